package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.xenstore.ConnectionData;
import io.streamspec.xen.xenstore.NodeData;
import io.streamspec.xen.xenstore.WatchData;
import io.streamspec.xen.xenstore.XenstoreReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a xenstore stream may not say, and what its variable parts hold. */
class XenstoreStreamTest {

    private static List<String> broken(byte[] octets, Validation validation) {
        List<String> rules = new ArrayList<>();
        try {
            XenstoreReader reader = XenstoreReader.of(ByteBuffer.wrap(octets));
            reader.validate(validation);
            while (reader.advance()) {
                assertThat(reader.length()).isNotNegative();
            }
        } catch (FormatException e) {
            rules.add(e.rule());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        validation.violations().stream().map(Violation::rule).forEach(rules::add);
        return rules;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xenstore-smallest",
                "xenstore-v1",
                "xenstore-v2",
                "xenstore-v2-big-endian",
                "xenstore-v2-padded-lengths"
            })
    void sound_streams_break_no_rule_even_strictly(String name) {
        byte[] octets = HexStream.octets(name + ".hex");
        assertThat(broken(octets, Validation.strict())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0x0, 0x79, header.ident.constant",
        "0xB, 3, header.version.constant",
        "0xB, 1, order.version_1",
        "0x20, 0x15, record_overview.type.known",
        "0x58, 0, connection_data.conn_id_is_not_0",
        "0x5C, 2, connection_data.conn_type.known",
        "0x6A, 7, connection_data.out_resp_len_at_most_out_len",
        "0x68, 99, connection_data.layout",
        "0x24, 0x30, global_quota_data.layout",
        "0x87, 1, record_overview.length.limit",
        "0x8C, 0xFF, watch_data.layout"
    })
    void one_octet_that_no_reader_accepts_is_told_by_its_rule(String at, String value, String rule) {
        byte[] octets = HexStream.octets("xenstore-v2.hex");
        octets[Integer.decode(at)] = (byte) (int) Integer.decode(value);
        assertThat(broken(octets, Validation.lenient())).contains(rule);
    }

    @Test
    void padding_that_a_length_counts_has_to_be_zero_only_for_strict_checks() {
        byte[] octets = HexStream.octets("xenstore-v2-padded-lengths.hex");
        octets[0x88 + 25] = 1; // behind the token of WATCH_DATA
        assertThat(broken(octets, Validation.lenient())).isEmpty();
        assertThat(broken(octets, Validation.strict())).containsExactly("watch_data.padding.zero");
    }

    @Test
    void texts_end_in_their_nul_and_what_is_not_there_is_empty() throws IOException {
        XenstoreReader reader = XenstoreReader.of(ByteBuffer.wrap(HexStream.octets("xenstore-v2.hex")));
        List<String> paths = new ArrayList<>();
        List<Boolean> rings = new ArrayList<>();
        while (reader.advance()) {
            if (reader.record() instanceof WatchData watch) {
                paths.add(watch.wpath() + watch.token());
            } else if (reader.record() instanceof NodeData node) {
                paths.add(node.path().toString());
            } else if (reader.record() instanceof ConnectionData connection) {
                rings.add(connection.ring().isPresent());
                assertThat(connection.socket().isPresent())
                        .isNotEqualTo(connection.ring().isPresent());
            }
        }
        assertThat(rings).containsExactly(true, false);
        assertThat(paths).containsExactly("/local/domai\0tok\0", "/\0", "/local\0", "/local\0", "@releaseDomain\0");
    }
}
