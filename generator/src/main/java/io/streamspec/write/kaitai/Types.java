package io.streamspec.write.kaitai;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What types of Kaitai have in common: parameters, byte order, calls. */
final class Types {

    private Types() {}

    /** Adds what the type needs as parameters, and gives them names. */
    static void addParameters(Map<String, Object> type, Collection<Need> needs, Scope scope, Plan plan) {
        List<Object> parameters = new ArrayList<>();
        for (Need need : needs) {
            parameters.add(Yaml.map("id", scope.claim(need, need.name()), "type", parameterType(need, plan, "")));
        }
        if (!parameters.isEmpty()) {
            type.put("params", parameters);
        }
    }

    /** The type of a parameter; {@code file} stands before the types of {@code plan}. */
    static String parameterType(Need need, Plan plan, String file) {
        if (need instanceof Need.Header header) {
            return file + plan.type(header.structure());
        }
        if (need instanceof Need.Records) {
            return plan.frameType() + "[]";
        } else if (need instanceof Need.Index || need instanceof Need.Begun) {
            return "s4";
        }
        boolean isFlag = need instanceof Need.Order || need instanceof Need.Presence || need instanceof Need.Paused;
        return isFlag ? "bool" : "u8";
    }

    /** Adds the byte order of the structure's numbers, if it has any of several octets. */
    static void addOrder(Map<String, Object> type, Plan plan, Structure structure, Scope scope, boolean hasNumbers) {
        if (!hasNumbers) {
            return;
        }
        Object order = structure.byteOrder() == ByteOrder.BIG ? "be" : "le";
        if (plan.needs().follows(structure)) {
            Map<Object, Object> cases = new java.util.LinkedHashMap<>();
            cases.put(true, "be");
            cases.put(false, "le");
            order = Yaml.map("switch-on", scope.of(new Need.Order()), "cases", cases);
        }
        type.put("meta", Yaml.map("endian", order));
    }

    /** {@code big} or {@code little}, after the structure's byte order. */
    static String byOrder(Plan plan, Structure structure, Scope scope, String big, String little) {
        if (plan.needs().follows(structure)) {
            return "(" + scope.of(new Need.Order()) + " ? " + big + " : " + little + ")";
        }
        return structure.byteOrder() == ByteOrder.BIG ? big : little;
    }

    /** {@code type(arguments)}, an argument a need. */
    static String call(String type, Collection<Need> needs, Function<Need, String> argument) {
        return needs.isEmpty() ? type : needs.stream().map(argument).collect(Collectors.joining(", ", type + "(", ")"));
    }

    /** The condition that {@code number}, at most {@code most}, is one of the values; absent if it always is. */
    static Optional<String> known(Enumeration enumeration, String number, BigInteger most) {
        TreeSet<BigInteger> values = enumeration.values().stream()
                .map(Enumeration.Value::value)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> ranges = new ArrayList<>();
        for (BigInteger from : values) {
            if (!values.contains(from.subtract(BigInteger.ONE))) {
                BigInteger to = from;
                while (values.contains(to.add(BigInteger.ONE))) {
                    to = to.add(BigInteger.ONE);
                }
                if (from.signum() == 0 && to.compareTo(most) >= 0) {
                    return Optional.empty();
                }
                ranges.add(range(number, from, to));
            }
        }
        return Optional.of(ranges.size() == 1 ? ranges.get(0) : "(" + String.join(" or ", ranges) + ")");
    }

    /** The condition that {@code number} lies between two numbers, both included. */
    static String range(String number, BigInteger from, BigInteger to) {
        if (from.equals(to)) {
            return number + " == " + KsyExpression.literal(from);
        } else if (from.signum() == 0) {
            return number + " <= " + KsyExpression.literal(to);
        }
        return "(%s >= %s and %s <= %s)"
                .formatted(number, KsyExpression.literal(from), number, KsyExpression.literal(to));
    }
}
