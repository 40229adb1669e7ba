package io.streamspec.tools.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.X86PvVcpuBasic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Page tables of PV guests, walked in an image as a reader of physical memory walks them. */
class PageTablesTest {

    private static final long FLAGS = 0x67;
    private static final long NO_EXECUTE = 1L << 63;
    private static final long FRAME = 0x000F_FFFF_FFFF_F000L;
    private static final int CR3 = 4984 + 3 * 8;

    /** An address of which each table has another entry: 1, 2, 3 and 4. */
    private static final long ADDRESS = 1L << 39 | 2L << 30 | 3L << 21 | 4L << 12 | 0x123;

    /** Entries of the last table that lead to a page that is not there, and that are not present. */
    private static final int ASTRAY = 5;

    private static final int ABSENT = 6;

    @TempDir
    Path folder;

    private MemoryRun memory = new MemoryRun(Path.of(""));

    @BeforeEach
    void prepare() {
        memory = new MemoryRun(folder);
    }

    private static void guest(ByteArrayOutputStream out) throws IOException {
        byte[] last = Pages.table(4, 7L << 12 | FLAGS | NO_EXECUTE);
        ByteBuffer entries = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
        entries.putLong(8 * ASTRAY, 0x99L << 12 | FLAGS);
        entries.putLong(8 * ABSENT, 0x98L << 12 | FLAGS & ~1);
        byte[] context = new byte[5168];
        ByteBuffer.wrap(context).order(ByteOrder.LITTLE_ENDIAN).putLong(CR3, 9L << 12);
        try (LibxcWriter writer = Pages.pv(out, 16)) {
            writer.write(new Pages()
                    .page(7, 0x77)
                    .page(9, PfinfoType.L4TAB_PIN, Pages.table(1, 3L << 12 | FLAGS))
                    .page(3, PfinfoType.L3TAB, Pages.table(2, 8L << 12 | FLAGS))
                    .page(8, PfinfoType.L2TAB, Pages.table(3, 2L << 12 | FLAGS))
                    .page(2, PfinfoType.L1TAB_PIN, last)
                    .page(1, PfinfoType.NOTAB, last)
                    .record());
            writer.write(new X86PvVcpuBasic(0, Octets.of(context))).write(new End());
        }
    }

    /** The physical address; negative if there is none. */
    private static long walk(ByteBuffer image, long table, long address) {
        long at = table;
        for (int shift = 39; shift >= 12; shift -= 9) {
            long entry = image.getLong((int) (at + 8 * (address >>> shift & 0x1FF)));
            if ((entry & 1) == 0) {
                return -1;
            }
            at = entry & FRAME;
        }
        return at | address & 0xFFF;
    }

    private ByteBuffer image(String form) throws IOException {
        return ByteBuffer.wrap(memory.image(PageTablesTest::guest, "--page-tables", form))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void the_page_tables_of_an_image_can_be_walked_from_the_page_that_the_registers_name() throws IOException {
        for (String form : new String[] {"canonical", "translated"}) {
            ByteBuffer image = image(form);
            assertThat(memory.out()).contains("vCPU 0 uses the page table at 0x9000");
            assertThat(walk(image, 0x9000, ADDRESS)).isEqualTo(0x7123);
            assertThat(image.get(0x7123)).isEqualTo((byte) 0x77);
        }
    }

    @Test
    void translated_tables_lead_only_to_pages_that_are_there() throws IOException {
        long astray = ADDRESS - (4L << 12) + ((long) ASTRAY << 12);
        assertThat(walk(image("canonical"), 0x9000, astray)).isEqualTo(0x99123);
        assertThat(memory.err()).isEmpty();
        ByteBuffer image = image("translated");
        assertThat(walk(image, 0x9000, astray)).isEqualTo(-1);
        assertThat(memory.err()).contains("note: 1 entry of page tables led to pages that are not there");
        assertThat(image.getLong(0x2000 + 8 * ASTRAY)).isEqualTo(0x99L << 12 | FLAGS & ~1);
        assertThat(image.getLong(0x2000 + 8 * ABSENT)).isEqualTo(0x98L << 12 | FLAGS & ~1);
        assertThat(image.getLong(0x2000 + 8 * 4)).isEqualTo(7L << 12 | FLAGS | NO_EXECUTE);
        assertThat(image.getLong(0x1000 + 8 * ASTRAY)).as("an ordinary page").isEqualTo(0x99L << 12 | FLAGS);
    }

    @Test
    void a_page_table_alone_is_translated_too() throws IOException {
        Path save = memory.save(PageTablesTest::guest);
        Path page = folder.resolve("page");
        assertThat(memory.run(save, "--page", "2", "--page-tables", "translated", "--out", page))
                .isZero();
        ByteBuffer table = ByteBuffer.wrap(Files.readAllBytes(page)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(table.getLong(8 * ASTRAY)).isEqualTo(0x99L << 12 | FLAGS & ~1);
    }
}
