package io.streamspec.tools.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PfinfoType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random streams, whose images must have what a map from pages to contents has. */
class RandomMemoryTest {

    private static final int HIGHEST = 300;
    private static final PfinfoType[] EMPTY = {PfinfoType.BROKEN, PfinfoType.XALLOC, PfinfoType.XTAB};

    @TempDir
    Path folder;

    /** What is to be in the image: for each page its contents. */
    private static final class Model {
        private final Map<Long, ByteBuffer> pages = new TreeMap<>();
        private final Random random;

        Model(long seed) {
            random = new Random(seed);
        }

        void write(ByteArrayOutputStream out) throws IOException {
            pages.clear();
            try (LibxcWriter writer = Pages.hvm(out)) {
                int rounds = random.nextInt(3);
                for (int round = 0; round <= rounds; round++) {
                    for (int batch = random.nextInt(5); batch >= 0; batch--) {
                        writer.write(batch().record());
                    }
                    writer.write(round < rounds || rounds > 0 ? new Checkpoint() : new End());
                }
            }
        }

        private Pages batch() {
            Pages batch = new Pages();
            long pfn = random.nextInt(HIGHEST);
            for (int i = random.nextInt(60); i >= 0; i--) {
                pfn = random.nextInt(4) == 0 ? random.nextInt(HIGHEST) : pfn + 1;
                if (random.nextInt(5) == 0) {
                    PfinfoType type = EMPTY[random.nextInt(EMPTY.length)];
                    batch.empty(pfn, type);
                    if (type.equals(PfinfoType.XALLOC)) {
                        pages.putIfAbsent(pfn, ByteBuffer.allocate(Pages.SIZE));
                    }
                } else {
                    byte[] octets = new byte[Pages.SIZE];
                    random.nextBytes(octets);
                    batch.page(pfn, PfinfoType.NOTAB, octets);
                    pages.put(pfn, ByteBuffer.wrap(octets));
                }
            }
            return batch;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void each_format_has_the_last_contents_of_each_page(long seed) throws IOException {
        MemoryRun memory = new MemoryRun(folder);
        Model model = new Model(seed);
        for (int i = 0; i < 5; i++) {
            byte[] stream = MemoryRun.stream(model::write);
            assertThat(raw(memory.image(out -> out.write(stream)), model)).isEmpty();
            assertThat(elf(memory.image(out -> out.write(stream), "--as", "elf"))
                            .equals(model.pages))
                    .isTrue();
            assertThat(lime(memory.image(out -> out.write(stream), "--as", "lime"))
                            .equals(model.pages))
                    .isTrue();
        }
    }

    /** The pages in which the image differs. */
    private static List<Long> raw(byte[] image, Model model) {
        ByteBuffer hole = ByteBuffer.allocate(Pages.SIZE);
        return LongStream.range(0, image.length / Pages.SIZE)
                .filter(pfn -> !page(image, pfn * Pages.SIZE).equals(model.pages.getOrDefault(pfn, hole)))
                .boxed()
                .toList();
    }

    private static Map<Long, ByteBuffer> elf(byte[] image) {
        ByteBuffer octets = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        Map<Long, ByteBuffer> pages = new TreeMap<>();
        for (int i = 1; i < octets.getShort(56); i++) {
            int header = 64 + 56 * i;
            long offset = octets.getLong(header + 8);
            long address = octets.getLong(header + 24);
            for (long at = 0; at < octets.getLong(header + 32); at += Pages.SIZE) {
                pages.put((address + at) / Pages.SIZE, page(image, offset + at));
            }
        }
        return pages;
    }

    private static Map<Long, ByteBuffer> lime(byte[] image) {
        ByteBuffer octets = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        Map<Long, ByteBuffer> pages = new TreeMap<>();
        for (int at = 0; at < image.length; ) {
            long first = octets.getLong(at + 8);
            long last = octets.getLong(at + 16);
            at += 32;
            for (long address = first; address < last; address += Pages.SIZE, at += Pages.SIZE) {
                pages.put(address / Pages.SIZE, page(image, at));
            }
        }
        return pages;
    }

    private static ByteBuffer page(byte[] image, long at) {
        return ByteBuffer.wrap(image, (int) at, Pages.SIZE);
    }
}
