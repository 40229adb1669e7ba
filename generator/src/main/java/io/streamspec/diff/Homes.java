package io.streamspec.diff;

import io.streamspec.model.Enumeration;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The first field that holds the values of each enumeration, by structure and place: where the field gets another name,
 * its values do too, unless they have one of their own.
 */
record Homes(Map<String, String> places) {

    Homes {
        places = Map.copyOf(places);
    }

    /** {@code names} tells what to call a structure; empty if it counts for nothing. */
    static Homes of(Specification specification, UnaryOperator<String> names) {
        Map<String, String> places = new HashMap<>();
        for (Structure structure : specification.structures()) {
            String name = names.apply(structure.name());
            if (!name.isEmpty()) {
                for (Layout.FieldText field :
                        Layout.of(specification, structure).fields()) {
                    if (field.field().type() instanceof FieldType.Enumerated enumerated) {
                        places.putIfAbsent(enumerated.enumeration(), name + " " + field.place());
                    }
                }
            }
        }
        return new Homes(places);
    }

    /** The place of the enumeration's field and the enumeration's numbers; empty if no field holds them. */
    String key(Enumeration enumeration) {
        String place = places.getOrDefault(enumeration.name(), "");
        return place.isEmpty()
                ? ""
                : place + " "
                        + enumeration.values().stream()
                                .map(value -> value.value().toString())
                                .sorted()
                                .collect(Collectors.joining(" "));
    }
}
