package io.streamspec.write.kaitai;

import io.streamspec.model.BitRange;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The type of a field whose bits have names: the number, and each range of bits as an instance. Numbers of more than four
 * octets are read in parts of 32 bits, more than which JavaScript cannot take apart.
 */
final class FlagsType {

    private static final long HALF = 1L << 32;

    private final Plan plan;
    private final Structure structure;
    private final FieldType.Flags flags;
    private final Scope scope;
    private final Set<Need> needs;

    FlagsType(Plan plan, Structure structure, String field, FieldType.Flags flags) {
        this.plan = plan;
        this.structure = structure;
        this.flags = flags;
        this.scope = plan.bits(structure.name(), field);
        this.needs = plan.needs().of(flags, structure);
    }

    /** The type; {@code unchecked} takes why values are not checked, if they are not. */
    Map<String, Object> type(Consumer<String> unchecked) {
        Map<String, Object> type = new LinkedHashMap<>();
        Types.addParameters(type, needs, scope, plan);
        Types.addOrder(type, plan, structure, scope, flags.octets() > 1);
        Map<String, Object> instances = new LinkedHashMap<>();
        String low = scope.of("value");
        String high = "0";
        if (flags.octets() <= 4) {
            type.put("seq", List.of(checked(Yaml.map("id", low, "type", "u" + flags.octets()), unchecked)));
        } else {
            String first = scope.claim("first", "first");
            String second = scope.claim("second", "second");
            type.put(
                    "seq",
                    List.of(
                            Yaml.map("id", first, "type", "u4"),
                            checked(Yaml.map("id", second, "type", "u4"), unchecked)));
            low = instance(instances, scope.claim("low", "low"), byOrder(second, first));
            high = instance(instances, scope.claim("high", "high"), byOrder(first, second));
            instances.put(scope.of("value"), Yaml.map("value", high + " * " + HALF + " + " + low));
        }
        for (BitRange range : flags.bits()) {
            instances.put(scope.of(range.low()), instance(range, low, high));
        }
        type.put("instances", instances);
        return type;
    }

    private static String instance(Map<String, Object> instances, String id, String value) {
        instances.put(id, Yaml.map("value", value));
        return id;
    }

    /** The part that comes first if the stream is big-endian, or else the other. */
    private String byOrder(String big, String little) {
        return Types.byOrder(plan, structure, scope, big, little);
    }

    private Map<String, Object> instance(BitRange range, String low, String high) {
        Map<String, Object> instance = new LinkedHashMap<>();
        String value = bits(range.low(), range.high(), low, high);
        boolean isEnum = range.enumeration().filter(plan::isEnum).isPresent();
        instance.put("value", range.width() == 1 && !isEnum ? value + " != 0" : value);
        if (isEnum) {
            instance.put("enum", plan.enumeration(range.enumeration().orElseThrow()));
        }
        Docs.add(instance, range.description());
        return instance;
    }

    /** The bits {@code from} to {@code to} of the number {@code high * 2^32 + low}. */
    private String bits(int from, int to, String low, String high) {
        if (to < 32) {
            return part(low, from, to - from + 1, Math.min(32, 8 * flags.octets()));
        } else if (from >= 32) {
            return part(high, from - 32, to - from + 1, 8 * flags.octets() - 32);
        }
        return part(high, 0, to - 31, 8 * flags.octets() - 32) + " * " + (1L << 32 - from) + " + "
                + part(low, from, 32 - from, 32);
    }

    private static String part(String number, int from, int bits, int width) {
        String shifted = from == 0 ? number : number + " / " + (1L << from);
        return from + bits >= width ? shifted : shifted + " % " + (1L << bits);
    }

    /** Requires of ranges whose values have names that theirs has one; instances cannot be asked, so the number is. */
    private Map<String, Object> checked(Map<String, Object> last, Consumer<String> unchecked) {
        List<String> conditions = new ArrayList<>();
        for (BitRange range : flags.bits()) {
            Optional<String> enumeration = range.enumeration().filter(plan::isEnum);
            BigInteger most = BigInteger.ONE.shiftLeft(range.width()).subtract(BigInteger.ONE);
            try {
                enumeration
                        .map(plan.specification()::enumeration)
                        .flatMap(values -> Types.known(values, scope.of(range.low()) + ".to_i", most))
                        .ifPresent(conditions::add);
            } catch (Inexpressible e) {
                unchecked.accept(e.reason());
            }
        }
        if (!conditions.isEmpty()) {
            last.put("valid", Yaml.map("expr", String.join(" and ", conditions)));
        }
        return last;
    }
}
