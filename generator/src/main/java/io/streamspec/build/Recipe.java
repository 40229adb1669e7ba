package io.streamspec.build;

import io.streamspec.files.Fingerprint;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.util.List;
import java.util.function.BiFunction;

/**
 * How something is made of models.
 *
 * @param inputs what decides the result besides the documents and the generator
 * @param writer the models of all documents to files; faults go to the diagnostics
 */
record Recipe(Fingerprint inputs, BiFunction<List<Specification>, Diagnostics, List<OutputFile>> writer) {}
