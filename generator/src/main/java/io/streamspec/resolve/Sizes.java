package io.streamspec.resolve;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** The octets of a type while structures are still being put together, and may still contain themselves. */
final class Sizes {

    private final Symbols symbols;
    private final Set<String> open = new HashSet<>();

    Sizes(Symbols symbols) {
        this.symbols = symbols;
    }

    OptionalLong of(FieldType type) {
        if (type instanceof FieldType.Octets octets) {
            return of(octets.extent(), OptionalLong.of(1));
        } else if (type instanceof FieldType.Text text) {
            return of(text.extent(), OptionalLong.of(1));
        } else if (type instanceof FieldType.Array array) {
            return of(array.extent(), of(array.element()));
        } else if (type instanceof FieldType.Reserved reserved) {
            return OptionalLong.of(reserved.octets());
        } else if (type instanceof FieldType.Composite composite) {
            return ofStructure(composite.structure());
        } else if (type instanceof FieldType.Constant constant) {
            return OptionalLong.of(constant.octets());
        } else if (type instanceof FieldType.Padding) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(TypeRules.width(type).orElse(0));
    }

    private OptionalLong of(Extent extent, OptionalLong element) {
        return extent instanceof Extent.Fixed fixed && element.isPresent()
                ? OptionalLong.of(fixed.count() * element.getAsLong())
                : OptionalLong.empty();
    }

    private OptionalLong ofStructure(String name) {
        if (symbols.structure(name).isEmpty() || !open.add(name)) {
            return OptionalLong.empty();
        }
        long sum = 0;
        for (Field field : symbols.structure(name).get().fields()) {
            OptionalLong size = field.when().isPresent() ? OptionalLong.empty() : of(field.type());
            if (size.isEmpty()) {
                open.remove(name);
                return size;
            }
            sum += size.getAsLong();
        }
        open.remove(name);
        return OptionalLong.of(sum);
    }
}
