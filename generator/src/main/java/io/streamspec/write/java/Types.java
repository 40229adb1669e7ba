package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.ByteOrder;

/** The types that generated code is made with. */
final class Types {

    static final ClassName BYTE_BUFFER = ClassName.get("java.nio", "ByteBuffer");
    static final ClassName BYTE_ORDER = ClassName.get("java.nio", "ByteOrder");
    static final ClassName LIST = ClassName.get("java.util", "List");
    static final ClassName ARRAY_LIST = ClassName.get("java.util", "ArrayList");
    static final ClassName OPTIONAL = ClassName.get("java.util", "Optional");
    static final ClassName OBJECTS = ClassName.get("java.util", "Objects");
    static final ClassName STRING = ClassName.get("java.lang", "String");
    static final ClassName PATH = ClassName.get("java.nio.file", "Path");
    static final ClassName IO_EXCEPTION = ClassName.get("java.io", "IOException");
    static final ClassName INPUT_STREAM = ClassName.get("java.io", "InputStream");
    static final ClassName OUTPUT_STREAM = ClassName.get("java.io", "OutputStream");
    static final ClassName READABLE = ClassName.get("java.nio.channels", "ReadableByteChannel");
    static final ClassName WRITABLE = ClassName.get("java.nio.channels", "WritableByteChannel");

    static final ClassName ARITHMETIC = runtime("Arithmetic");
    static final ClassName ELEMENTS = runtime("Elements");
    static final ClassName CURSOR = ELEMENTS.nestedClass("Cursor");
    static final ClassName FORMAT_EXCEPTION = runtime("FormatException");
    static final ClassName HEADER_CODEC = runtime("HeaderCodec");
    static final ClassName HEADER_LIMIT = runtime("HeaderLimit");
    static final ClassName HEADER_READER = runtime("HeaderReader");
    static final ClassName HEADER_WRITER = runtime("HeaderWriter");
    static final ClassName FRAMING = runtime("Framing");
    static final ClassName FRAME_RULES = runtime("FrameRules");
    static final ClassName OCTETS = runtime("Octets");
    static final ClassName OCTETS_ARRAY = OCTETS.nestedClass("Array");
    static final ClassName RECORD_INPUT = runtime("RecordInput");
    static final ClassName RECORD_OUTPUT = runtime("RecordOutput");
    static final ClassName RECORD_READER = runtime("RecordReader");
    static final ClassName RECORD_WRITER = runtime("RecordWriter");
    static final ClassName REQUIRE = runtime("Require");
    static final ClassName ROOM = runtime("Room");
    static final ClassName SCALARS = runtime("Scalars");
    static final ClassName TEXT = runtime("Text");
    static final ClassName BODY = runtime("Body");
    static final ClassName VALIDATION = runtime("Validation");
    static final ClassName ZERO_EXTENSION = runtime("ZeroExtension");
    static final ClassName STREAM_GRAMMAR = runtime("StreamGrammar");
    static final ClassName STREAM_STATE = runtime("StreamState");

    private Types() {}

    private static ClassName runtime(String name) {
        return ClassName.get("io.streamspec.runtime", name);
    }

    static TypeName list(TypeName element) {
        return ParameterizedTypeName.get(LIST, element.box());
    }

    static TypeName optional(TypeName value) {
        return ParameterizedTypeName.get(OPTIONAL, value.box());
    }

    /** The class whose static methods read and write integers in this order. */
    static ClassName access(ByteOrder order) {
        return switch (order) {
            case BIG -> runtime("BigEndian");
            case LITTLE -> runtime("LittleEndian");
            case STREAM -> runtime("StreamOrder");
        };
    }

    /** The order of {@code buffer}'s integers as an expression. */
    static CodeBlock order(ByteOrder order, CodeBlock buffer) {
        return switch (order) {
            case BIG -> CodeBlock.of("$T.BIG_ENDIAN", BYTE_ORDER);
            case LITTLE -> CodeBlock.of("$T.LITTLE_ENDIAN", BYTE_ORDER);
            case STREAM -> CodeBlock.of("$L.order()", buffer);
        };
    }
}
