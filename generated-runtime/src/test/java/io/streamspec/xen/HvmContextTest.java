package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.hvm.Cpu;
import io.streamspec.xen.hvm.HvmReader;
import io.streamspec.xen.hvm.RecordType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an HVM context may not say, and how far its bodies may be short. */
class HvmContextTest {

    private static final int HEAD = 8;

    /** Where the first entry of that name begins. */
    private static int find(byte[] octets, String name) throws IOException {
        HvmReader reader = HvmReader.of(ByteBuffer.wrap(octets));
        while (reader.advance()) {
            if (reader.type().toString().equals(name)) {
                return (int) reader.offset();
            }
        }
        throw new AssertionError("no " + name);
    }

    /** The rules that are broken, as far as the stream can be read. */
    private static List<String> broken(byte[] octets) throws IOException {
        Validation validation = Validation.lenient();
        List<String> rules = new ArrayList<>();
        try {
            HvmReader reader = HvmReader.of(ByteBuffer.wrap(octets));
            reader.validate(validation);
            while (reader.advance()) {
                assertThat(reader.length()).isNotNegative();
            }
        } catch (FormatException e) {
            rules.add(e.rule());
        }
        validation.violations().stream().map(Violation::rule).forEach(rules::add);
        return rules;
    }

    /** {@code octets} with the body of the first entry of that name made as long as said. */
    private static byte[] resized(byte[] octets, String name, int length) throws IOException {
        int start = find(octets, name);
        ByteBuffer b = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        int end = start + HEAD + b.getInt(start + 4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(octets, 0, start + HEAD);
        out.writeBytes(Arrays.copyOf(Arrays.copyOfRange(octets, start + HEAD, end), length));
        out.write(octets, end, octets.length - end);
        byte[] all = out.toByteArray();
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(start + 4, length);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hvm-smallest", "hvm-two-vcpus", "hvm-short-bodies"})
    void sound_contexts_break_no_rule_even_strictly(String name) throws IOException {
        Validation validation = Validation.strict();
        HvmReader reader = HvmReader.of(ByteBuffer.wrap(HexStream.octets(name + ".hex")));
        reader.validate(validation);
        while (reader.advance()) {
            assertThat(reader.type()).isNotNull();
        }
        assertThat(validation.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HEADER, 0, 0x87, header.magic.constant",
        "HEADER, 4, 2, header.version.constant",
        "LAPIC, 1, 0x04, lapic.x2apic_is_enabled",
        "PCI_LINK, 0, 16, pci_link.route_a_under_16",
        "PCI_LINK, 7, 1, pci_link.zero.constant",
        "PIT, 9, 5, pit_channel.read_state.known",
        "PIT, 26, 5, pit_channel.write_state.known",
        "PIT, 12, 4, pit_channel.rw_mode_at_most_3",
        "PIT, 31, 2, pit_channel.gate_at_most_1",
        "PIT, 52, 1, pit.zero.constant",
        "PIC, 7, 2, pic.int_output.allowed",
        "MTRR, 224, 9, mtrr.cap_vcnt_at_most_8",
        "CPU_XSAVE, 551, 0x80, cpu_xsave.standard_form",
        "CPU_XSAVE, 16, 7, cpu_xsave.room_for_avx",
        "CPU_MSR, 8, 0x49, cpu_msr.msr.index.known",
        "CPU_MSR, 12, 1, cpu_msr.msr.zero.constant"
    })
    void one_octet_that_no_reader_accepts_is_told_by_its_rule(String entry, int at, String value, String rule)
            throws IOException {
        byte[] octets = HexStream.octets("hvm-two-vcpus.hex");
        octets[find(octets, entry) + HEAD + at] = (byte) (int) Integer.decode(value);
        assertThat(broken(octets)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({"CPU, 1032", "LAPIC, 32", "RTC, 24", "VIRIDIAN_DOMAIN, 32", "VIRIDIAN_VCPU, 216", "VMCE_VCPU, 32"})
    void entries_that_have_grown_may_be_short_by_any_number_of_octets_and_never_long(String entry, int size)
            throws IOException {
        byte[] octets = HexStream.octets("hvm-two-vcpus.hex");
        for (int length : new int[] {0, 1, size / 2, size - 1, size}) {
            assertThat(broken(resized(octets, entry, length)))
                    .as(entry + " of " + length)
                    .isEmpty();
        }
        assertThat(broken(resized(octets, entry, size + 1))).containsExactly(layout(entry));
    }

    @ParameterizedTest
    @CsvSource({
        "HEADER, 24",
        "PIC, 8",
        "IOAPIC, 400",
        "LAPIC_REGS, 1024",
        "PCI_IRQ, 16",
        "ISA_IRQ, 8",
        "PCI_LINK, 8",
        "PIT, 56",
        "HPET, 1048",
        "PMTIMER, 8",
        "MTRR, 240",
        "TSC_ADJUST, 8"
    })
    void all_others_have_exactly_their_size(String entry, int size) throws IOException {
        byte[] octets = HexStream.octets("hvm-two-vcpus.hex");
        assertThat(broken(resized(octets, entry, size))).isEmpty();
        for (int length : new int[] {0, size - 1, size + 1}) {
            assertThat(broken(resized(octets, entry, length)))
                    .as(entry + " of " + length)
                    .contains(layout(entry));
        }
    }

    private static String layout(String entry) {
        return entry.toLowerCase(Locale.ROOT) + ".layout";
    }

    @Test
    void a_short_body_that_is_only_decoded_is_extended_and_a_long_one_refused() throws IOException {
        byte[] octets = HexStream.octets("hvm-two-vcpus.hex");
        HvmReader reader = HvmReader.of(ByteBuffer.wrap(resized(octets, "CPU", 520)));
        reader.advance();
        reader.advance();
        Cpu cpu = (Cpu) reader.record();
        assertThat(cpu.rax()).isEqualTo(0x0100_0000_0000_1100L);
        assertThat(cpu.rbx()).isZero();
        assertThat(cpu.flags().fpuInitialised()).isFalse();

        HvmReader tooLong = HvmReader.of(ByteBuffer.wrap(resized(octets, "CPU", 1033)));
        tooLong.advance();
        tooLong.advance();
        assertThatThrownBy(tooLong::record)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("1 octet is left behind its last field")
                .hasMessageContaining("record 1 (CPU)");
    }

    @Test
    void readers_tell_whose_entry_it_is() throws IOException {
        HvmReader reader = HvmReader.of(ByteBuffer.wrap(HexStream.octets("hvm-two-vcpus.hex")));
        List<Integer> instances = new ArrayList<>();
        while (reader.advance()) {
            if (reader.type().equals(RecordType.CPU) || reader.type().equals(RecordType.PIC)) {
                instances.add(reader.instance());
            }
        }
        assertThat(instances).containsExactly(0, 1, 0, 1);
    }

    @Test
    void unknown_codes_and_entries_out_of_place_are_refused() throws IOException {
        byte[] octets = HexStream.octets("hvm-two-vcpus.hex");
        octets[find(octets, "PMTIMER")] = 21;
        assertThat(broken(octets)).contains("entry_overview.typecode.known");
        byte[] headless = Arrays.copyOfRange(HexStream.octets("hvm-smallest.hex"), 32, 40);
        assertThat(broken(headless)).containsExactly("order.context");
    }
}
