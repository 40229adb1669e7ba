package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcContext;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxl.End;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The octets on the published pages, read by the codecs that this build compiled, and written again. */
class PublishedExamplesIT {

    private static final Path PAGES = Pages.SITE;
    private static final Pattern TYPE = Pattern.compile("new ([\\w.]+)\\(");
    private static final Pattern REST = Pattern.compile("and ([\\d,]+) more octets? of ([0-9a-f]{2})");

    @ParameterizedTest
    @CsvSource({"libxc, 25", "libxl, 7"})
    void every_dump_is_decoded_and_encoded_back(String format, int least) throws Exception {
        Elements figures = page(format).select("figure.example");
        assertThat(figures).hasSizeGreaterThanOrEqualTo(least);
        int octets = 0;
        for (Element figure : figures) {
            byte[] dump = dump(figure);
            octets += dump.length;
            String java = figure.select("pre code").text();
            if (java.startsWith("writer.write(")) {
                Class<?> head = type(format, format.equals("libxc") ? "RecordsHeader" : "RecordOverviewHeader");
                assertThat(again(head, Arrays.copyOf(dump, 8), 8)).isEqualTo(Arrays.copyOf(dump, 8));
                assertThat(dump.length % 8).isZero();
            } else {
                Matcher type = TYPE.matcher(java);
                assertThat(type.lookingAt()).as(java).isTrue();
                assertThat(again(type(format, type.group(1)), dump, dump.length))
                        .as(java)
                        .isEqualTo(dump);
            }
        }
        assertThat(octets).isGreaterThan(50);
    }

    /** The writer of the stream outside is asked, since a reader would take what follows for the stream inside. */
    @Test
    void the_example_of_streams_inside_is_what_writers_accept_and_reject() throws IOException {
        Element row = page("libxl")
                .select(":is(.rule-list tr, .rule-id):contains(accepts):has(a[href=#rule.order.streams_inside])")
                .first();
        assertThat(Objects.requireNonNull(row).select("code").eachText().subList(1, 3))
                .containsExactly(
                        "LIBXC_CONTEXT, a stream of libxc-migration-stream up to END, END", "LIBXC_CONTEXT, END");
        ByteArrayOutputStream accepted = new ByteArrayOutputStream();
        try (LibxlWriter writer = outer(accepted)) {
            writer.libxc(
                            new ImageHeader(3, ImageHeader.Options.of(false)),
                            new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 22))
                    .write(new StaticDataEnd())
                    .write(new io.streamspec.xen.libxc.End());
            writer.write(new End());
        }
        assertThat(accepted.size()).isPositive();
        assertThatThrownBy(() -> {
                    try (LibxlWriter writer = outer(new ByteArrayOutputStream())) {
                        writer.write(new End());
                    }
                })
                .isInstanceOfSatisfying(FormatException.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo("order.streams_inside"));
    }

    private static LibxlWriter outer(OutputStream to) throws IOException {
        return LibxlWriter.to(to, new Header(Header.Options.of(false, false)))
                .write(new io.streamspec.xen.libxl.LibxcContext());
    }

    private static Element page(String format) throws IOException {
        return Jsoup.parse(Files.readString(PAGES.resolve(format + "-migration-stream.html")));
    }

    /** The octets of all groups; those left out are all the same. */
    private static byte[] dump(Element figure) {
        StringBuilder hex = new StringBuilder();
        for (Element group : figure.select("a.octets")) {
            hex.append(group.ownText().replace(" ", ""));
            Matcher rest = REST.matcher(group.select("small").text());
            if (rest.matches()) {
                hex.append(rest.group(2).repeat(Integer.parseInt(rest.group(1).replace(",", ""))));
            }
        }
        String size = figure.select("figcaption").text().replaceAll(".*: (?:no octets|([\\d,]+) octet.*)", "0$1");
        assertThat(hex.length()).as(figure.text()).isEqualTo(2 * Integer.parseInt(size.replace(",", "")));
        return HexFormat.of().parseHex(hex);
    }

    private static Class<?> type(String format, String name) throws ClassNotFoundException {
        return Class.forName("io.streamspec.xen." + format + "." + name.replace('.', '$'));
    }

    private static byte[] again(Class<?> type, byte[] octets, int length) throws ReflectiveOperationException {
        ByteBuffer b = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        Object value = call(method(type, "decode"), null, b, length);
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(call(method(type, "encode"), value, out, length)).isEqualTo(length);
        return out.array();
    }

    private static Method method(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .min((a, b) -> a.getParameterCount() - b.getParameterCount())
                .orElseThrow();
    }

    private static Object call(Method method, Object value, ByteBuffer b, int length)
            throws ReflectiveOperationException {
        LibxcContext context = new LibxcContext()
                .remember(new DomainHeader(DomainHeaderType.X86_PV, 12, 4, 19))
                .remember(new X86PvInfo(4, 3));
        boolean isDecode = method.getName().equals("decode");
        Object[] all = isDecode && method.getParameterCount() > 2 && method.getParameterTypes()[2] == int.class
                ? new Object[] {b, 0, length, context}
                : new Object[] {b, 0, context};
        return method.invoke(value, Arrays.copyOf(all, method.getParameterCount()));
    }
}
