package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Classes have bounds that tables have not. */
class LargeEnumerationTest {

    private static Specification kinds(int count) {
        String rows = IntStream.range(0, count)
                .mapToObj(number -> "KIND_%-7d 0x%08X%n%n".formatted(number, number * 3))
                .collect(Collectors.joining());
        return Specs.read("% T\n\nSection\n=======\n\n-----------------------\nKind         Value\n"
                        + "------------ ----------\n" + rows.stripTrailing() + "\n-----------------------\n")
                .model();
    }

    @Test
    void two_thousand_values_are_a_class_that_knows_them() throws ReflectiveOperationException {
        Diagnostics diagnostics = new Diagnostics();
        Class<?> kind = Compiled.of(Generator.java(List.of(kinds(2000)), "com.example", diagnostics))
                .loadClass("com.example.test.Kind");
        assertThat(diagnostics.hasErrors()).isFalse();
        for (long number : new long[] {0, 3, 5997, 5998, 6000, -1, 1L << 32}) {
            Object value = kind.getMethod("of", long.class).invoke(null, number);
            boolean isKnown = number >= 0 && number < 6000 && number % 3 == 0;
            assertThat(kind.getMethod("isKnown").invoke(value)).isEqualTo(isKnown);
            assertThat(value.toString().startsWith("KIND_")).isEqualTo(isKnown);
        }
    }

    @Test
    void ten_thousand_are_told_about_and_pages_show_them_all_the_same() {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(Generator.java(List.of(kinds(10_000)), "com.example", diagnostics))
                .isEmpty();
        assertThat(diagnostics.sorted()).singleElement().satisfies(one -> {
            assertThat(one.id().name()).isEqualTo("java-unsupported");
            assertThat(one.message()).isEqualTo("'kind' has 10000 values and ranges, for which there is no Java");
        });
    }
}
