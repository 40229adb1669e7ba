package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Framing;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be generated for a specification: a type for each structure, record and enumeration, all named.
 *
 * @param prefix what the types of the stream start with: {@code Libxc}
 * @param codecs one for each structure and record, owners before what is nested in them
 * @param head the fields of a record's frame before the body, if the stream is made of records
 * @param remembered the structures that the layout of later ones depends on
 * @param docs the address of the folder of published pages, if Javadoc is to lead there
 * @param index finds codecs by what they are
 */
record Plan(
        Specification specification,
        String packageName,
        String prefix,
        Map<String, ClassName> enumerations,
        List<Codec> codecs,
        Optional<Codec> head,
        Set<String> remembered,
        Optional<String> docs,
        PlanIndex index) {

    ClassName family() {
        return stream("Record");
    }

    ClassName context() {
        return stream("Context");
    }

    ClassName reader() {
        return stream("Reader");
    }

    ClassName writer() {
        return stream("Writer");
    }

    ClassName grammar() {
        return stream("Grammar");
    }

    ClassName rules() {
        return stream("Rules");
    }

    private ClassName stream(String suffix) {
        return ClassName.get(packageName, prefix + suffix);
    }

    Framing framing() {
        return specification.framing().orElseThrow();
    }

    /** The codec of a structure; of one that several records share, that of the first. */
    Codec codec(String structure) {
        return index.codec(structure).orElseThrow(() -> new IllegalArgumentException("no structure " + structure));
    }

    /** The codec of the records of one kind. */
    Codec codec(RecordKind kind) {
        return index.record(kind.type()).orElseThrow();
    }

    /** The codecs of records, in the order of the table of types. */
    List<Codec> records() {
        return codecs.stream().filter(codec -> codec.kind().isPresent()).toList();
    }

    /** The codecs of the headers that open a stream. */
    List<Codec> headers() {
        return specification.headers().stream().map(this::codec).toList();
    }

    /** The structures defined inside {@code structure}. */
    List<Codec> inside(Structure structure) {
        return index.inside(structure.name());
    }

    /** Whether a structure is neither header nor body, but a part of others. */
    boolean isPart(Codec codec) {
        return codec.kind().isEmpty()
                && !specification.headers().contains(codec.structure().name())
                && index.isPart(codec.structure().name());
    }

    /** Whether there are arrays of the structure. */
    boolean isElement(Codec codec) {
        return index.hasArray(ArrayType.name(codec.type()));
    }

    ClassName type(Enumeration enumeration) {
        return Objects.requireNonNull(enumerations.get(enumeration.name()));
    }
}
