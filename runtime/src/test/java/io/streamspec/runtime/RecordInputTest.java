package io.streamspec.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordInputTest {

    private static byte[] octets(int size) {
        byte[] octets = new byte[size];
        new Random(size).nextBytes(octets);
        return octets;
    }

    /** Gives at most {@code most} octets a read, and now and then none. */
    private static ReadableByteChannel slow(byte[] octets, int most) {
        ReadableByteChannel all = Channels.newChannel(new ByteArrayInputStream(octets));
        return new ReadableByteChannel() {
            private int turn;

            @Override
            public int read(ByteBuffer target) throws IOException {
                if (turn++ % 3 == 0) {
                    return 0;
                }
                ByteBuffer part = target.slice(target.position(), Math.min(most, target.remaining()));
                int read = all.read(part);
                target.position(target.position() + Math.max(0, read));
                return read;
            }

            @Override
            public boolean isOpen() {
                return all.isOpen();
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }

    @Test
    void octets_come_in_order_however_they_are_taken() throws IOException {
        byte[] all = octets(1_500_000);
        for (int most : new int[] {1, 7, 4096, 1_000_000}) {
            RecordInput input = RecordInput.from(slow(all, most));
            Random random = new Random(most);
            int at = 0;
            while (at < all.length) {
                int size = Math.min(all.length - at, random.nextInt(random.nextInt(4) == 0 ? 260_000 : 50));
                if (random.nextInt(3) == 0) {
                    input.skip("gap", size);
                } else if (random.nextBoolean()) {
                    size = Math.min(size, 256 * 1024);
                    assertSame(take(input, size), all, at, size);
                } else {
                    assertSame(input.takeOwned("part", size, ByteOrder.BIG_ENDIAN), all, at, size);
                }
                at += size;
                assertThat(input.offset()).isEqualTo(at);
            }
            assertThat(input.isAtEnd()).isTrue();
        }
    }

    private static void assertSame(ByteBuffer part, byte[] all, int at, int size) {
        assertThat(part.remaining()).isEqualTo(size);
        assertThat(part).isEqualTo(ByteBuffer.wrap(all, at, size));
    }

    @Test
    void a_folder_is_refused_by_its_name(@TempDir Path folder) {
        assertThatThrownBy(() -> RecordInput.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + ": Is a directory");
    }

    @Test
    void a_gap_in_a_file_is_sought_over_and_never_past_the_end(@TempDir Path folder) throws IOException {
        byte[] all = octets(3_000_000);
        Path file = Files.write(folder.resolve("file"), all);
        try (RecordInput input = RecordInput.open(file)) {
            input.skip("gap", 2_000_001);
            assertSame(take(input, 1000), all, 2_000_001, 1000);
            assertThatThrownBy(() -> input.skip("gap", 1_000_000))
                    .isInstanceOfSatisfying(
                            FormatException.class, e -> assertThat(e.missing()).isEqualTo(1001));
        }
    }

    @Test
    void a_length_that_lies_takes_no_more_memory_than_there_are_octets() throws IOException {
        RecordInput input = RecordInput.from(new ByteArrayInputStream(octets(10)));
        assertThatThrownBy(() -> input.takeOwned("body", Integer.MAX_VALUE - 64, ByteOrder.BIG_ENDIAN))
                .isInstanceOfSatisfying(FormatException.class, e -> {
                    assertThat(e.missing()).isEqualTo(Integer.MAX_VALUE - 64 - 10);
                    assertThat(e.offset()).hasValue(10);
                });
    }

    @Test
    void a_length_that_lies_makes_no_array_of_its_size() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] few = octets(10);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThatThrownBy(() -> RecordInput.from(new ByteArrayInputStream(few))
                        .takeOwned("body", 100 << 20, ByteOrder.BIG_ENDIAN))
                .isInstanceOf(FormatException.class);
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(16 << 20);
    }

    @Test
    void of_a_length_that_was_true_before_no_second_copy_is_made() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int size = 8 << 20;
        RecordInput input = RecordInput.from(new ByteArrayInputStream(octets(2 * size)));
        input.takeOwned("body", size, ByteOrder.BIG_ENDIAN);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        input.takeOwned("body", size, ByteOrder.BIG_ENDIAN);
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(size + size / 4);
    }

    /** 24 octets at a time leave some at each refill, which are moved to the front. */
    @Test
    void a_refill_makes_no_object() throws IOException {
        RecordInput input = RecordInput.from(endless());
        takeByRecords(input, 20);
        long before = allocated();
        takeByRecords(input, 1000);
        assertThat(allocated() - before).isLessThan(16_000); // of 1000 times 64
    }

    @Test
    void a_full_output_makes_no_object() throws IOException {
        RecordOutput output = RecordOutput.to(nowhere());
        ByteBuffer record = ByteBuffer.allocate(216);
        putRecords(output, record, 20);
        long before = allocated();
        putRecords(output, record, 1000);
        assertThat(allocated() - before).isLessThan(16_000); // of 1000 times 64
    }

    private static void putRecords(RecordOutput output, ByteBuffer record, int buffers) throws IOException {
        for (long end = output.offset() + buffers * 256L * 1024; output.offset() < end; ) {
            output.put(record, 0, record.capacity());
        }
    }

    private static WritableByteChannel nowhere() {
        return new WritableByteChannel() {
            @Override
            public int write(ByteBuffer source) {
                int size = source.remaining();
                source.position(source.limit());
                return size;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private static void takeByRecords(RecordInput input, int refills) throws IOException {
        for (long end = input.offset() + refills * 256L * 1024; input.offset() < end; ) {
            input.require("record", 24);
            input.consume(24);
        }
    }

    private static ReadableByteChannel endless() {
        return new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) {
                int size = target.remaining();
                target.position(target.limit());
                return size;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void offsets_go_beyond_4_gib_and_gaps_are_not_read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sparse");
        long gap = (5L << 30) + 3;
        try (FileChannel sparse = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            sparse.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), gap);
        }
        long[] read = new long[1];
        try (RecordInput input = RecordInput.from(counting(FileChannel.open(file), read))) {
            input.skip("gap", gap);
            assertThat(input.offset()).isEqualTo(gap);
            assertThat(StreamOrder.u8(input.buffer(), input.require("rest", 3))).isEqualTo(1);
            assertThatThrownBy(() -> input.require("rest", 4))
                    .isInstanceOfSatisfying(
                            FormatException.class, e -> assertThat(e.offset()).hasValue(gap));
        }
        assertThat(read[0]).as("octets read").isLessThan(1 << 20);
    }

    /** The channel, counting what is read of it. */
    private static SeekableByteChannel counting(SeekableByteChannel all, long... read) {
        return new SeekableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                int size = all.read(target);
                read[0] += Math.max(0, size);
                return size;
            }

            @Override
            public int write(ByteBuffer source) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long position() throws IOException {
                return all.position();
            }

            @Override
            public SeekableByteChannel position(long place) throws IOException {
                all.position(place);
                return this;
            }

            @Override
            public long size() throws IOException {
                return all.size();
            }

            @Override
            public SeekableByteChannel truncate(long size) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean isOpen() {
                return all.isOpen();
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }

    @Test
    void many_small_records_come_out_in_few_writes() throws IOException {
        int[] writes = new int[1];
        OutputStream counted = new OutputStream() {
            @Override
            public void write(int octet) {
                writes[0]++;
            }

            @Override
            public void write(byte[] octets, int at, int size) {
                writes[0]++;
            }
        };
        try (RecordOutput output = RecordOutput.to(new WholeWrites(counted))) {
            Octets part = Octets.zeroes(32);
            for (int i = 0; i < 100_000; i++) {
                output.put(32, ByteOrder.LITTLE_ENDIAN, part::put);
            }
        }
        assertThat(writes[0]).as("writes of 3 MB").isLessThan(20);
    }

    /** Hands each write on as one. */
    private record WholeWrites(OutputStream to) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer source) throws IOException {
            byte[] octets = new byte[source.remaining()];
            source.get(octets);
            to.write(octets, 0, octets.length);
            return octets.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void truncation_is_told_with_offset_and_missing_octets() throws IOException {
        RecordInput input = RecordInput.from(new ByteArrayInputStream(octets(10)));
        input.skip("gap", 4);
        assertThatThrownBy(() -> input.require("head", 8))
                .hasMessage("octet 4: head: truncated: 2 more octets are needed");
    }

    @Test
    void output_comes_out_whole_through_channels_that_take_little() throws IOException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        WritableByteChannel all = Channels.newChannel(sink);
        WritableByteChannel slow = new WritableByteChannel() {
            @Override
            public int write(ByteBuffer source) throws IOException {
                int size = Math.min(1000, source.remaining());
                all.write(source.slice(source.position(), size));
                source.position(source.position() + size);
                return size;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        byte[] expected = octets(1_000_000);
        Random random = new Random(5);
        try (RecordOutput output = RecordOutput.to(slow)) {
            int at = 0;
            while (at < expected.length) {
                int size = Math.min(expected.length - at, random.nextInt(random.nextInt(10) == 0 ? 400_000 : 100));
                Octets part = Octets.view(ByteBuffer.wrap(expected), at, size);
                output.put(size, ByteOrder.LITTLE_ENDIAN, part::put);
                at += size;
                assertThat(output.offset()).isEqualTo(at);
            }
        }
        assertThat(sink.toByteArray()).isEqualTo(expected);
    }

    @Test
    void of_what_cannot_be_encoded_nothing_is_written() throws IOException {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        try (RecordOutput output = RecordOutput.to(sink)) {
            assertThatThrownBy(() -> output.put(8, ByteOrder.BIG_ENDIAN, (b, at) -> {
                        b.putInt(at, 1);
                        throw new IllegalArgumentException("wrong");
                    }))
                    .hasMessage("wrong");
            output.put(1, ByteOrder.BIG_ENDIAN, Octets.of((byte) 5)::put);
        }
        assertThat(sink.toByteArray()).containsExactly(5);
    }

    private static ByteBuffer take(RecordInput input, int size) throws IOException {
        int at = input.require("part", size);
        input.consume(size);
        return input.buffer().slice(at, size);
    }

    @Test
    void what_is_shown_is_not_taken_and_no_more_than_there_is() throws IOException {
        byte[] all = octets(100);
        for (RecordInput input :
                new RecordInput[] {RecordInput.from(slow(all, 7)), RecordInput.of(ByteBuffer.wrap(all))}) {
            assertThat(input.peekUpTo(60)).isEqualTo(ByteBuffer.wrap(all, 0, 60));
            assertThat(input.offset()).isZero();
            input.skip("part", 90);
            assertThat(input.peekUpTo(60)).isEqualTo(ByteBuffer.wrap(all, 90, 10));
            input.skip("part", 10);
            assertThat(input.peekUpTo(60).hasRemaining()).isFalse();
            assertThat(input.peekSome(60).hasRemaining()).isFalse();
        }
    }

    @Test
    void some_octets_are_shown_as_soon_as_one_is_there() throws IOException {
        byte[] all = octets(100);
        RecordInput input = RecordInput.from(slow(all, 7));
        assertThat(input.peekSome(60)).isEqualTo(ByteBuffer.wrap(all, 0, 7));
        assertThat(input.peekSome(3)).isEqualTo(ByteBuffer.wrap(all, 0, 3));
        assertThat(input.offset()).isZero();
    }

    @Test
    void more_octets_than_a_stream_can_show_at_once_are_refused() throws IOException {
        RecordInput input = RecordInput.from(slow(octets(1), 1));
        assertThatThrownBy(() -> input.peekUpTo(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too many octets at once: 2147483647");
    }

    @Test
    void a_part_of_a_larger_stream_counts_its_octets_as_that_does() throws IOException {
        RecordInput input = RecordInput.of(ByteBuffer.wrap(octets(10))).startingAt(1000);
        input.skip("part", 4);
        assertThat(input.offset()).isEqualTo(1004);
        assertThatThrownBy(() -> input.require("body", 7))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("octet 1004: ");
        assertThatThrownBy(() -> input.startingAt(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no offset: -1");
    }
}
