package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.LargeDocuments;
import io.streamspec.testing.Specs;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A family of more records than any format has. */
class ManyRecordsTest {

    private static final int RECORDS = 1000;

    @Test
    void a_thousand_records_are_a_family_that_compiles_and_knows_them() throws ReflectiveOperationException {
        Diagnostics diagnostics = new Diagnostics();
        Specs.Read read = Specs.read(LargeDocuments.RECORDS.of(RECORDS));
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        Class<?> family = Compiled.of(Generator.java(List.of(read.model()), "com.example", diagnostics))
                .loadClass("com.example.test.TestRecord");
        assertThat(diagnostics.hasErrors()).isFalse();
        Method isKnown = family.getMethod("isKnown", long.class);
        assertThat(isKnown.invoke(null, 0L)).isEqualTo(true);
        assertThat(isKnown.invoke(null, (long) RECORDS)).isEqualTo(true);
        assertThat(isKnown.invoke(null, RECORDS + 1L)).isEqualTo(false);
    }
}
