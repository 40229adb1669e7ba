package io.streamspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.RecordMatrix.Presence;
import io.streamspec.model.StreamGrammar.Pattern;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordMatrixTest {

    private static Pattern one(String name) {
        return new Pattern.One(name);
    }

    private static Pattern many(Pattern part) {
        return new Pattern.Repeated(part, true, true);
    }

    private static Presence in(Pattern pattern, String record) {
        return RecordMatrix.presence(Automaton.of(pattern).orElseThrow(), record);
    }

    /** A, (B | C)*, D?, (E & A?), and one way that has no end. */
    @Test
    void a_pattern_says_of_each_record_whether_it_may_and_must_occur() {
        Pattern pattern = new Pattern.Sequence(List.of(
                one("A"),
                many(new Pattern.Choice(List.of(one("B"), one("C")))),
                new Pattern.Repeated(one("D"), true, false),
                new Pattern.Interleaved(List.of(one("E"), new Pattern.Repeated(one("A"), true, false)))));
        assertThat(in(pattern, "A")).isEqualTo(Presence.REQUIRED);
        assertThat(in(pattern, "B")).isEqualTo(Presence.ALLOWED);
        assertThat(in(pattern, "D")).isEqualTo(Presence.AT_MOST_ONCE);
        assertThat(in(pattern, "E")).isEqualTo(Presence.ONCE);
        assertThat(in(pattern, "F")).isEqualTo(Presence.FORBIDDEN);
        assertThat(in(new Pattern.Choice(List.of(one("A"), one("B"))), "A")).isEqualTo(Presence.AT_MOST_ONCE);
    }

    private static List<String> rows(String document) {
        return RecordMatrix.of(Specs.read(Specs.own(document), Optional.empty()).model()).entrySet().stream()
                .map(row -> row.getKey().name() + " "
                        + row.getValue().values().stream().map(Presence::name).collect(Collectors.joining(" ")))
                .toList();
    }

    /** Columns: PV of version 3 and 2, HVM of version 3 and 2. */
    @Test
    void our_documents_have_the_matrix_that_their_text_tells() {
        assertThat(rows("libxc-migration-stream"))
                .containsExactly(
                        "END AT_MOST_ONCE AT_MOST_ONCE AT_MOST_ONCE AT_MOST_ONCE",
                        "PAGE_DATA ALLOWED ALLOWED ALLOWED ALLOWED",
                        "X86_PV_INFO ONCE ONCE FORBIDDEN FORBIDDEN",
                        "X86_PV_P2M_FRAMES ALLOWED ALLOWED FORBIDDEN FORBIDDEN",
                        "X86_PV_VCPU_BASIC ALLOWED ALLOWED FORBIDDEN FORBIDDEN",
                        "X86_PV_VCPU_EXTENDED ALLOWED ALLOWED FORBIDDEN FORBIDDEN",
                        "X86_PV_VCPU_XSAVE ALLOWED ALLOWED FORBIDDEN FORBIDDEN",
                        "SHARED_INFO ALLOWED ALLOWED FORBIDDEN FORBIDDEN",
                        "X86_TSC_INFO ALLOWED ALLOWED ALLOWED ALLOWED",
                        "HVM_CONTEXT FORBIDDEN FORBIDDEN ALLOWED ALLOWED",
                        "HVM_PARAMS FORBIDDEN FORBIDDEN ALLOWED ALLOWED",
                        "TOOLSTACK FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN",
                        "X86_PV_VCPU_MSRS ALLOWED ALLOWED FORBIDDEN FORBIDDEN",
                        "VERIFY ALLOWED ALLOWED ALLOWED ALLOWED",
                        "CHECKPOINT ALLOWED ALLOWED ALLOWED ALLOWED",
                        "CHECKPOINT_DIRTY_PFN_LIST FORBIDDEN FORBIDDEN FORBIDDEN FORBIDDEN",
                        "STATIC_DATA_END ONCE IMPLIED ONCE IMPLIED",
                        "X86_CPUID_POLICY AT_MOST_ONCE FORBIDDEN AT_MOST_ONCE FORBIDDEN",
                        "X86_MSR_POLICY AT_MOST_ONCE FORBIDDEN AT_MOST_ONCE FORBIDDEN");
        assertThat(rows("libxl-migration-stream"))
                .containsExactly(
                        "END ONCE FORBIDDEN",
                        "LIBXC_CONTEXT ONCE ONCE",
                        "EMULATOR_XENSTORE_DATA ALLOWED ALLOWED",
                        "EMULATOR_CONTEXT ALLOWED ALLOWED",
                        "CHECKPOINT_END FORBIDDEN REQUIRED",
                        "CHECKPOINT_STATE FORBIDDEN ALLOWED");
    }
}
