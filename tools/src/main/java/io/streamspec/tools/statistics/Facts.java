package io.streamspec.tools.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a stream as tables of words and numbers, for text and pages alike.
 *
 * @param tables what there is to tell
 */
record Facts(List<Table> tables) {

    /**
     * One of them.
     *
     * @param heads what stands above its columns
     * @param words how many columns, from the left, hold words; the others hold numbers
     * @param note what is left out; empty if nothing is
     */
    record Table(String title, List<String> heads, int words, List<List<String>> rows, String note) {}

    Facts {
        tables = List.copyOf(tables);
    }

    /** Of a stream of so many octets, unpacked. */
    static Facts of(Statistics statistics, long octets) {
        List<Table> tables = new ArrayList<>(List.of(records(statistics.records(), octets)));
        if (statistics.pages().batches() > 0) {
            tables.add(memory(statistics.pages()));
            tables.add(types(statistics.pages()));
            tables.add(passes(statistics.pages().passes()));
        }
        return new Facts(tables);
    }

    private static Table records(RecordCounts records, long octets) {
        List<List<String>> rows = new ArrayList<>();
        for (RecordCounts.Row row : records.rows()) {
            rows.add(List.of(row.path(), row.type(), text(row.count()), text(row.octets())));
        }
        String note = octets + " octets in all, with heads and padding";
        return new Table("Headers and records", List.of("stream", "type", "number", "octets"), 2, rows, note);
    }

    private static Table memory(PageCounts pages) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("batches", text(pages.batches())));
        rows.add(List.of("pages named", text(pages.entries())));
        rows.add(List.of("pages with contents", text(pages.sent())));
        rows.add(List.of("distinct pages with contents", text(pages.distinct())));
        rows.add(List.of("contents sent again", text(pages.again())));
        rows.add(List.of("contents all zero", text(pages.zero())));
        rows.add(List.of("lowest page", hex(pages.lowest())));
        rows.add(List.of("highest page", hex(pages.highest())));
        rows.add(List.of("octets of a page", text(pages.pageSize())));
        rows.add(List.of("octets of memory with contents", text(pages.distinct() * pages.pageSize())));
        rows.add(List.of("passes over memory", text(pages.passes().count())));
        rows.add(List.of("checkpoints", text(pages.passes().checkpoints())));
        String note = pages.beyond() == 0 ? "" : pages.beyond() + " contents of pages from 2^30 on are not told apart";
        return new Table("Memory", List.of("what", "number"), 1, rows, note);
    }

    private static Table types(PageCounts pages) {
        List<List<String>> rows = new ArrayList<>();
        long[] types = pages.types();
        for (int type = 0; type < types.length; type++) {
            if (types[type] > 0) {
                rows.add(List.of(PageCounts.typeName(type), text(types[type])));
            }
        }
        return new Table("Pages by type", List.of("type", "number"), 1, rows, "");
    }

    private static Table passes(Passes passes) {
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (Passes.Pass pass : passes.first()) {
            number++;
            String round = text(pass.round() + 1);
            rows.add(List.of(text(number), round, text(pass.pages()), hex(pass.lowest()), hex(pass.highest())));
        }
        long others = passes.count() - passes.first().size();
        String note = others == 0 ? "" : "and " + others + " more";
        List<String> heads = List.of("pass", "round", "pages", "lowest", "highest");
        return new Table("Passes over memory", heads, 0, rows, note);
    }

    private static String text(long number) {
        return String.valueOf(number);
    }

    private static String hex(long page) {
        return page < 0 ? "" : "0x" + Long.toHexString(page);
    }
}
