package io.streamspec.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void octets_compare_by_content_and_cannot_be_changed_through_their_buffer() {
        byte[] source = {1, 2, 3};
        Octets octets = Octets.of(source);
        source[0] = 9;
        assertThat(octets)
                .isEqualTo(Octets.view(ByteBuffer.wrap(new byte[] {0, 1, 2, 3}), 1, 3))
                .hasToString("3 octets 0x010203");
        assertThat(octets.hashCode())
                .isEqualTo(Octets.of((byte) 1, (byte) 2, (byte) 3).hashCode());
        assertThat(octets.asByteBuffer().isReadOnly()).isTrue();
        assertThat(octets.get(2)).isEqualTo(3);
        assertThat(Octets.EMPTY).hasToString("0 octets").isNotEqualTo(octets);
        assertThat(Octets.zeroes(100).toString()).endsWith("...");
    }

    @Test
    void parts_of_no_octets_are_refused_for_their_size_and_others_for_what_is_left_over() {
        ByteBuffer b = ByteBuffer.allocate(4097);
        assertThatThrownBy(() -> Octets.each(b, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an element takes 1 octet or more, and not 0");
        assertThatThrownBy(() -> Octets.each(b, 4096))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("4097 octets are no multiple of 4096");
    }

    @Test
    void an_owned_copy_outlives_the_memory_under_a_view() {
        ByteBuffer b = ByteBuffer.wrap(new byte[] {1, 2});
        Octets view = Octets.view(b, 0, 2);
        Octets owned = view.toOwned();
        b.put(0, (byte) 7);
        assertThat(view.get(0)).isEqualTo(7);
        assertThat(owned.get(0)).isEqualTo(1);
    }

    @Test
    void scalars_compare_by_value_whatever_their_width_and_order() {
        Random random = new Random(1);
        for (int width = 1; width <= 8; width++) {
            long mask = width == 8 ? -1 : (1L << 8 * width) - 1;
            Scalars values =
                    Scalars.of(random.longs(50).map(value -> value & mask).toArray());
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                ByteBuffer b = ByteBuffer.allocate(500);
                assertThat(values.put(b, 3, width, order)).isEqualTo(3 + 50 * width);
                Scalars view = Scalars.view(b, 3, 50, width, order);
                assertThat(view).isEqualTo(values).hasSameHashCodeAs(values).hasToString(values.toString());
                assertThat(view.toArray()).isEqualTo(values.toArray());
            }
        }
        assertThat(Scalars.of(-1)).hasToString("[18446744073709551615]");
    }

    @Test
    void integers_have_the_order_that_is_asked_for() {
        Random random = new Random(2);
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            ByteBuffer b = ByteBuffer.allocate(16).order(order);
            for (int octets = 1; octets <= 8; octets++) {
                long value = random.nextLong() >>> 64 - 8 * octets;
                BigEndian.putNumber(b, 0, octets, value);
                assertThat(BigEndian.number(b, 0, octets)).isEqualTo(value);
                LittleEndian.putNumber(b, 8, octets, value);
                assertThat(LittleEndian.number(b, 8, octets)).isEqualTo(value);
                assertThat(b.get(0)).isEqualTo(b.get(8 + octets - 1));
                StreamOrder.putNumber(b, 0, octets, value);
                assertThat(StreamOrder.number(b, 0, octets)).isEqualTo(value);
            }
            BigEndian.put32(b, 0, 0xFF000001L);
            assertThat(b.get(0)).isEqualTo((byte) 0xFF);
            assertThat(BigEndian.u32(b, 0)).isEqualTo(0xFF000001L);
            LittleEndian.put16(b, 0, 0xFF01);
            assertThat(b.get(0)).isEqualTo((byte) 1);
            assertThat(LittleEndian.u16(b, 0)).isEqualTo(0xFF01);
        }
    }

    @Test
    void elements_are_a_list_like_any_other() {
        ByteBuffer b = ByteBuffer.wrap(new byte[] {0, 1, 2, 3});
        List<Integer> view = new Elements<Integer>(b, 1, 3, 1) {
            @Override
            protected Integer at(ByteBuffer b, int at) {
                return (int) b.get(at);
            }
        };
        assertThat(view).isEqualTo(List.of(1, 2, 3)).hasSameHashCodeAs(List.of(1, 2, 3));
        assertThat(Elements.copyOf(view)).isSameAs(view);
        assertThatThrownBy(() -> view.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> view.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void elements_without_octets_do_not_go_on_for_ever() {
        assertThatThrownBy(() ->
                        Elements.upTo("list", ByteBuffer.allocate(4), 0, 4, (slice, start, room) -> "", text -> 0))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("an element without octets");
    }

    @Test
    void counts_are_checked_before_anything_is_made() {
        for (long count : new long[] {2, 0x10000000L, 0x20000000L, 0x7FFFFFFFL, 0xFFFFFFFFL, Long.MAX_VALUE / 8}) {
            assertThatThrownBy(() -> Room.forAll("list", 0, count, 8, 15))
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("list");
        }
        assertThat(Room.forAll("list", 0, 2, 8, 16)).isEqualTo(16);
        assertThatThrownBy(() -> Room.forAll("list", 0, -1, 8, 16)).isInstanceOf(FormatException.class);
    }

    @Test
    void arithmetic_is_exact_or_a_format_fault() {
        assertThat(Arithmetic.shiftedLeft(1, 12)).isEqualTo(4096);
        assertThatThrownBy(() -> Arithmetic.shiftedLeft(1, 65535)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Arithmetic.divided(1, 0)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Arithmetic.times(1L << 62, 2)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Arithmetic.plus(Long.MAX_VALUE, 1)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Arithmetic.small(-1)).isInstanceOf(FormatException.class);
    }

    @Test
    void text_keeps_every_octet() {
        ByteBuffer b = ByteBuffer.allocate(256);
        for (int i = 0; i < 256; i++) {
            b.put(i, (byte) i);
        }
        String text = Text.get(b, 0, 256);
        ByteBuffer back = ByteBuffer.allocate(256);
        Text.put(back, 0, text);
        assertThat(back).isEqualTo(b);
        assertThatThrownBy(() -> Text.require("key", "a\u0100")).hasMessageStartingWith("key");
        assertThatThrownBy(() -> Text.require("key", "a\0b", 0)).hasMessageStartingWith("key");
    }

    @Test
    void a_walk_over_elements_of_varying_size_decodes_each_once() {
        ByteBuffer octets = ByteBuffer.allocate(300);
        for (int i = 0; i < 100; i++) {
            octets.put(3 * i, (byte) i); // an element is a number and two octets that go with it
        }
        AtomicInteger decoded = new AtomicInteger();
        Elements.Decoder<Integer> decoder = (b, at, most) -> {
            decoded.incrementAndGet();
            return StreamOrder.u8(b, at);
        };
        Elements<Integer> elements = Elements.upTo("numbers", octets, 0, 300, decoder, number -> 3);
        decoded.set(0);
        List<Integer> walked = new ArrayList<>();
        for (int number : elements) {
            walked.add(number);
        }
        assertThat(walked).hasSize(100).isSorted().startsWith(0, 1).endsWith(98, 99);
        assertThat(decoded).hasValue(100);
    }
}
