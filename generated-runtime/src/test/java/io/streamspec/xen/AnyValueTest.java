package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Elements;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcContext;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.SharedInfo;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxlContext;
import io.streamspec.xen.libxl.LibxlRecord;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any value of any record, written and read back, is equal to itself, in both byte orders. */
class AnyValueTest {

    private static final int VALUES = 200;
    private static final int PAGE = 4096;

    private final Random random = new Random(11);
    private final LibxcContext libxc = new LibxcContext()
            .remember(new DomainHeader(DomainHeaderType.X86_PV, 12, 4, 19))
            .remember((LibxcRecord) new X86PvInfo(8, 4));

    static Stream<Class<?>> libxcRecords() {
        return Stream.of(LibxcRecord.class.getPermittedSubclasses()).filter(type -> type != LibxcRecord.Unknown.class);
    }

    static Stream<Class<?>> libxlRecords() {
        return Stream.of(LibxlRecord.class.getPermittedSubclasses()).filter(type -> type != LibxlRecord.Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("libxcRecords")
    void a_libxc_record_reads_back_equal(Class<?> type) throws ReflectiveOperationException {
        for (int i = 0; i < VALUES; i++) {
            LibxcRecord record = (LibxcRecord) special(type);
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                int size = (int) record.encodedSize();
                ByteBuffer b = ByteBuffer.allocate(size + 16).order(order);
                assertThat(record.encode(b, 8, libxc)).isEqualTo(8 + size);
                assertThat(LibxcRecord.decode(record.recordType(), b, 8, size, libxc))
                        .isEqualTo(record)
                        .hasSameHashCodeAs(record)
                        .hasToString(record.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("libxlRecords")
    void a_libxl_record_reads_back_equal(Class<?> type) throws ReflectiveOperationException {
        LibxlContext context = new LibxlContext();
        for (int i = 0; i < VALUES; i++) {
            LibxlRecord record = (LibxlRecord) value(type);
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                int size = (int) record.encodedSize();
                ByteBuffer b = ByteBuffer.allocate(size + 16).order(order);
                assertThat(record.encode(b, 8, context)).isEqualTo(8 + size);
                assertThat(LibxlRecord.decode(record.recordType(), b, 8, size, context))
                        .isEqualTo(record);
            }
        }
    }

    @Test
    void any_header_reads_back_equal() throws ReflectiveOperationException {
        for (int i = 0; i < VALUES; i++) {
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                ByteBuffer b = ByteBuffer.allocate(64).order(order);
                ImageHeader image = new ImageHeader(
                        random.nextBoolean() ? 2 : 3, (ImageHeader.Options) value(ImageHeader.Options.class));
                assertThat(image.encode(b, 8)).isEqualTo(8 + image.encodedSize());
                assertThat(ImageHeader.decode(b, 8)).isEqualTo(image).hasToString(image.toString());
                DomainHeader domain = (DomainHeader) value(DomainHeader.class);
                assertThat(domain.encode(b, 8)).isEqualTo(8 + domain.encodedSize());
                assertThat(DomainHeader.decode(b, 8)).isEqualTo(domain).hasToString(domain.toString());
                Header libxl = new Header((Header.Options) value(Header.Options.class));
                assertThat(libxl.encode(b, 8)).isEqualTo(8 + libxl.encodedSize());
                assertThat(Header.decode(b, 8)).isEqualTo(libxl).hasToString(libxl.toString());
            }
        }
    }

    /** Those whose parts have to fit each other, or what came before. */
    private Object special(Class<?> type) throws ReflectiveOperationException {
        if (type == PageData.class) {
            long[] pfns = random.longs(random.nextInt(4)).toArray();
            long pages = withPage(pfns);
            return new PageData(PageData.Pfn.all(pfns), Octets.each(octets((int) pages * PAGE), PAGE));
        } else if (type == X86PvP2mFrames.class) {
            long start = random.nextInt(100_000);
            long end = start + random.nextInt(5000);
            int frames = (int) (end / 512 - start / 512 + 1);
            return new X86PvP2mFrames(
                    start, end, Scalars.of(random.longs(frames).toArray()));
        } else if (type == SharedInfo.class) {
            return new SharedInfo(Octets.view(octets(PAGE), 0, PAGE));
        }
        return value(type);
    }

    /** How many of the pfns have a page, by the types that have none: 13, 14 and 15. */
    private static long withPage(long... pfns) {
        return Arrays.stream(pfns).filter(pfn -> pfn >>> 60 < 13).count();
    }

    private ByteBuffer octets(int size) {
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        return ByteBuffer.wrap(octets);
    }

    private Object value(Type type) throws ReflectiveOperationException {
        if (type == long.class) {
            return random.nextLong() >>> 8 * random.nextInt(8);
        } else if (type == int.class) {
            return random.nextInt(random.nextBoolean() ? 0x100 : 0x10000);
        } else if (type == Octets.class) {
            int size = random.nextInt(40);
            return Octets.view(octets(size), 0, size);
        } else if (type == Scalars.class) {
            return Scalars.of(random.longs(random.nextInt(6)).toArray());
        } else if (type == String.class) {
            return random.ints(random.nextInt(10), 1, 256)
                    .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                    .toString();
        } else if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0]);
        } else if (Elements.class.isAssignableFrom((Class<?>) type)) {
            Class<?> array = (Class<?>) type;
            Type element = ((ParameterizedType) array.getGenericSuperclass()).getActualTypeArguments()[0];
            return array.getMethod("of", List.class).invoke(null, list(element));
        }
        return composite((Class<?>) type);
    }

    private List<Object> list(Type element) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> unchecked(element))
                .toList();
    }

    private Object unchecked(Type type) {
        try {
            return value(type);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A value of a record; numbers that do not fit are tried again. */
    private Object composite(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        for (int attempt = 0; attempt < 100_000; attempt++) {
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = value(components[i].getGenericType());
            }
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
            }
        }
        throw new AssertionError("no value of " + type);
    }
}
