package io.streamspec.tools.compare;

import io.streamspec.tools.memory.PageHashes;
import java.util.ArrayList;
import java.util.List;

/** Which pages differ, as ranges of page numbers, of which no more are kept than are to be shown. */
final class PageDifferences {

    /** Pages that differ alike. */
    static final class Ranges {
        private final long most;
        private final List<long[]> shown = new ArrayList<>();
        private long pages;
        private long count;
        private long last = -2;

        private Ranges(long most) {
            this.most = most;
        }

        private void add(long page) {
            pages++;
            if (page != last + 1) {
                count++;
                if (count <= most) {
                    shown.add(new long[] {page, page});
                }
            } else if (count <= most) {
                shown.get(shown.size() - 1)[1] = page;
            }
            last = page;
        }

        long pages() {
            return pages;
        }

        /** First and last page of each range, in order. */
        List<long[]> shown() {
            return shown;
        }

        /** How many ranges there are besides. */
        long untold() {
            return count - shown.size();
        }
    }

    private final Ranges changed;
    private final Ranges added;
    private final Ranges removed;

    private PageDifferences(long most) {
        changed = new Ranges(most);
        added = new Ranges(most);
        removed = new Ranges(most);
    }

    /** What the pages of {@code b} are to those of {@code a}, in at most {@code most} ranges of each kind. */
    static PageDifferences of(PageHashes a, PageHashes b, long most) {
        PageDifferences found = new PageDifferences(most);
        a.forEach((page, hash) -> {
            if (!b.contains(page)) {
                found.removed.add(page);
            } else if (b.hash(page) != hash) {
                found.changed.add(page);
            }
        });
        b.forEach((page, hash) -> {
            if (!a.contains(page)) {
                found.added.add(page);
            }
        });
        return found;
    }

    Ranges changed() {
        return changed;
    }

    Ranges added() {
        return added;
    }

    Ranges removed() {
        return removed;
    }

    boolean isEmpty() {
        return changed.pages + added.pages + removed.pages == 0;
    }
}
