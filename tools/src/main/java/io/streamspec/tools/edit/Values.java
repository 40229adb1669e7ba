package io.streamspec.tools.edit;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.FieldType;
import io.streamspec.tools.stream.Printable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What fields hold, in words, and words as octets. */
final class Values {

    private static final int SHOWN = 64;

    private Values() {}

    /** {@code 4096 (0x1000)}, {@code X86_HVM (2)}, {@code 0a0b}, or the text. */
    static String shown(Place place) {
        if (place.type() instanceof FieldType.Text) {
            return Printable.of(new String(place.octets(), StandardCharsets.UTF_8).replaceFirst("\0$", ""));
        } else if (place.isBlob()) {
            return blob(place.octets());
        }
        BigInteger number = place.number();
        String plain =
                number.compareTo(BigInteger.TEN) < 0 ? number.toString() : number + " (0x" + number.toString(16) + ")";
        return name(place, number).map(name -> name + " (" + number + ")").orElse(plain);
    }

    private static String blob(byte[] octets) {
        if (octets.length <= SHOWN) {
            return HexFormat.of().formatHex(octets);
        }
        return HexFormat.of().formatHex(octets, 0, SHOWN) + "... (" + octets.length + " octets, which --raw writes)";
    }

    private static Optional<String> name(Place place, BigInteger number) {
        return place.enumeration().flatMap(name -> place.specification().enumeration(name).values().stream()
                .filter(value -> value.value().equals(number))
                .map(Enumeration.Value::name)
                .findFirst());
    }

    /**
     * The octets of the field when it holds what {@code words} say.
     *
     * @param force whether values without a meaning are taken
     * @throws IllegalArgumentException if it cannot hold that
     */
    static byte[] octets(Place place, String words, boolean force) {
        requireFree(place);
        if (place.type() instanceof FieldType.Text) {
            return text(place, words);
        } else if (place.isBlob()) {
            return sized(place, hex(place, words));
        }
        BigInteger number = number(place, words);
        if (number.signum() < 0 || number.bitLength() > place.width()) {
            BigInteger most = Place.mask(place.width());
            throw refused(place, words + " does not fit its " + place.width() + " bits: 0 to " + most + " does");
        }
        if (!force) {
            requireMeaning(place, number);
        }
        return place.octetsOf(number);
    }

    private static void requireFree(Place place) {
        FieldType type = place.type();
        if (!place.isStored()) {
            throw refused(place, "the stream leaves it out, so that it reads as zero");
        } else if (type instanceof FieldType.Constant constant) {
            throw refused(place, "it is always " + constant.spelling());
        } else if (type instanceof FieldType.Reserved || type instanceof FieldType.Padding) {
            throw refused(place, "it is reserved, and zero");
        } else if (place.isMeasure()) {
            throw refused(place, "it says how much there is of other fields, which stay as they are");
        }
    }

    private static void requireMeaning(Place place, BigInteger number) {
        String hint = "; --force sets it nevertheless";
        Optional<String> names = place.enumeration();
        if (names.isPresent() && name(place, number).isEmpty()) {
            throw refused(place, number + " means nothing: " + names(place, names.get()) + hint);
        } else if (place.type() instanceof FieldType.Scalar scalar
                && !scalar.allowed().isEmpty()
                && scalar.allowed().stream().noneMatch(range -> range.contains(number))) {
            throw refused(place, number + " is not allowed: " + ranges(scalar) + hint);
        } else if (place.type() instanceof FieldType.Flags flags
                && flags.bits().stream().anyMatch(range -> isReserved(range, place.octetsOf(number), place))) {
            throw refused(place, number + " sets reserved bits" + hint);
        }
    }

    /** Whether octets to be set have bits here, where there were none, although they are reserved. */
    private static boolean isReserved(BitRange range, byte[] octets, Place place) {
        BigInteger mask = Place.mask(range.width()).shiftLeft(range.low());
        BigInteger after = place.with(octets).all().and(mask);
        return range.reserved()
                && !after.equals(BigInteger.ZERO)
                && !after.equals(place.all().and(mask));
    }

    private static String ranges(FieldType.Scalar scalar) {
        return scalar.allowed().stream()
                .map(range -> range.from().equals(range.to()) ? "" + range.from() : range.from() + " to " + range.to())
                .collect(Collectors.joining(", "));
    }

    private static String names(Place place, String enumeration) {
        List<Enumeration.Value> values =
                place.specification().enumeration(enumeration).values();
        return values.stream()
                .map(value -> value.name() + " (" + value.value() + ")")
                .collect(Collectors.joining(", "));
    }

    private static BigInteger number(Place place, String words) {
        Optional<BigInteger> named = place.enumeration()
                .flatMap(name -> place.specification().enumeration(name).values().stream()
                        .filter(value -> value.name().equalsIgnoreCase(words))
                        .map(Enumeration.Value::value)
                        .findFirst());
        try {
            return named.orElseGet(
                    () -> words.matches("0[xX].+") ? new BigInteger(words.substring(2), 16) : new BigInteger(words));
        } catch (NumberFormatException e) {
            String names = place.enumeration()
                    .map(name -> ", nor one of " + names(place, name))
                    .orElse("");
            throw refused(place, "'" + words + "' is no number, decimal or with 0x" + names);
        }
    }

    private static byte[] text(Place place, String words) {
        byte[] octets = words.getBytes(StandardCharsets.UTF_8);
        byte[] present = place.octets();
        boolean ends = present.length > 0 && present[present.length - 1] == 0;
        if (words.indexOf(0) >= 0 && ends) {
            throw refused(place, "a zero octet ends it, and cannot be in it");
        } else if (ends && octets.length == present.length - 1) {
            octets = java.util.Arrays.copyOf(octets, present.length);
        }
        return sized(place, octets);
    }

    private static byte[] hex(Place place, String words) {
        try {
            return HexFormat.of().parseHex(words.startsWith("0x") ? words.substring(2) : words);
        } catch (IllegalArgumentException e) {
            throw refused(place, "its octets are written in hexadecimal, two digits each");
        }
    }

    private static byte[] sized(Place place, byte[] octets) {
        if (octets.length != place.octets().length) {
            int size = place.octets().length;
            throw refused(place, "it has " + size + " octets, and keeps its size; these are " + octets.length);
        }
        return octets;
    }

    private static IllegalArgumentException refused(Place place, String why) {
        return new IllegalArgumentException(place.path() + ": " + why);
    }
}
