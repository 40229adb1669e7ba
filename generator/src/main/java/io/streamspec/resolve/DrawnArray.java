package io.streamspec.resolve;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.read.Block.Box;
import io.streamspec.read.Block.BoxLabel;
import io.streamspec.source.Diagnostics;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The boxes of one array, {@code pfn[0]} to {@code pfn[C-1]}, and those of its first element. */
record DrawnArray(List<Box> boxes, List<Box> element) {

    static DrawnArray of(List<Box> boxes) {
        Optional<String> first = label(boxes.get(0)).index();
        return new DrawnArray(
                boxes,
                boxes.stream()
                        .takeWhile(box -> label(box).index().equals(first))
                        .toList());
    }

    /** Where the array ends whose first box is that at {@code from}. */
    static int end(List<Box> boxes, int from) {
        String name = label(boxes.get(from)).name();
        int end = from;
        while (end < boxes.size()
                && boxes.get(end).label() instanceof BoxLabel.Named named
                && named.index().isPresent()
                && named.name().equals(name)) {
            end++;
        }
        return end;
    }

    String name() {
        return first().name();
    }

    /** Whether its elements are drawn member by member. */
    boolean hasMembers() {
        return first().member().isPresent();
    }

    /** The octets that a drawn element has, or is said to have. */
    long octetsOfElement() {
        return first().octets().orElse(boxes.get(0).octets());
    }

    /** The first and the last index as they are drawn; one if there is but one. */
    List<String> indexes() {
        return firstIndex().equals(lastIndex()) ? List.of(firstIndex()) : List.of(firstIndex(), lastIndex());
    }

    /** {@code 0} to {@code C-1} is counted by the one of {@code fields} called {@code C}, {@code 0} to {@code 7} is fixed. */
    Extent extent(String owner, Collection<Field> fields) {
        String last = lastIndex();
        String symbol = last.replace(" ", "").replaceFirst("-1$", "");
        Optional<Field> count = fields.stream()
                .filter(field -> field.name().equals(symbol)
                        || field.symbol().filter(symbol::equals).isPresent())
                .findFirst();
        if (firstIndex().equals("0") && last.matches("[0-9]{1,9}")) {
            return new Extent.Fixed(Long.parseLong(last) + 1);
        } else if (firstIndex().equals("0") && last.endsWith("1") && last.contains("-") && count.isPresent()) {
            return new Extent.Computed(
                    new Expression.FieldValue(owner, count.get().name(), Optional.empty()));
        }
        return new Extent.ToEnd();
    }

    /** Reports the first box that is drawn unlike that of the first element. */
    void reportOddShape(Diagnostics diagnostics) {
        for (int i = 0; i < boxes.size(); i++) {
            if (!isAlike(i) || !isInWholeElement(i)) {
                Box box = boxes.get(i);
                diagnostics.report(Faults.ARRAY_SHAPE
                        .at(
                                box.span(),
                                "this element of '%s' is drawn unlike the first",
                                label(box).name())
                        .hint("draw the same members, equally wide, in each element"));
                return;
            }
        }
    }

    private boolean isAlike(int i) {
        Box model = element.get(i % element.size());
        Box box = boxes.get(i);
        return label(box).member().equals(label(model).member())
                && box.octets() == model.octets()
                && box.openEnded() == model.openEnded();
    }

    private boolean isInWholeElement(int i) {
        Box start = boxes.get(i - i % element.size());
        return boxes.size() % element.size() == 0
                && label(boxes.get(i)).index().equals(label(start).index());
    }

    private BoxLabel.Named first() {
        return label(boxes.get(0));
    }

    private String firstIndex() {
        return first().index().orElseThrow();
    }

    private String lastIndex() {
        return label(boxes.get(boxes.size() - 1)).index().orElseThrow();
    }

    private static BoxLabel.Named label(Box box) {
        return (BoxLabel.Named) box.label();
    }
}
