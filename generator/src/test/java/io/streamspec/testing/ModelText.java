package io.streamspec.testing;

import io.streamspec.source.Span;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Prints records with everything in them but positions, so that two models can be compared by meaning. */
public final class ModelText {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private ModelText() {}

    /** All components of {@code value}, spans left out, an element a line. */
    public static String of(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value, 0);
        return out.toString();
    }

    private static void append(StringBuilder out, Object value, int depth) {
        if (value instanceof List<?> list) {
            for (Object element : list) {
                out.append('\n').append("  ".repeat(depth)).append("- ");
                append(out, element, depth + 1);
            }
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                append(out, optional.get(), depth);
            }
        } else if (value instanceof Record composite) {
            out.append(composite.getClass().getSimpleName());
            for (RecordComponent component : COMPONENTS.get(composite.getClass())) {
                if (component.getType() != Span.class && !component.getName().equals("source")) {
                    out.append('\n')
                            .append("  ".repeat(depth))
                            .append(component.getName())
                            .append(": ");
                    append(out, read(component, composite), depth + 1);
                }
            }
        } else {
            out.append(value);
        }
    }

    private static Object read(RecordComponent component, Record composite) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(composite);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
