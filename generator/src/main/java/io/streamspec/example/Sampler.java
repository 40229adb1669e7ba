package io.streamspec.example;

import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses a sample of each structure for which all of its rules hold, together with those of the structures before it. */
final class Sampler {

    static final DiagnosticId EXAMPLE_MISSING = DiagnosticId.note("example-missing");

    private static final int MOST_FIELDS = 500;
    private static final long MOST_OCTETS = 1 << 20;

    private final Specification specification;
    private final Sizes sizes;
    private final Map<String, Value.Group> samples = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();

    private Sampler(Specification specification) {
        this.specification = specification;
        this.sizes = new Sizes(specification);
    }

    /** The samples by the structure's name; one that has none is a diagnostic. */
    static Map<String, Value.Group> of(Specification specification, Diagnostics diagnostics) {
        Sampler sampler = new Sampler(specification);
        for (Structure structure : specification.structures()) {
            sampler.sample(structure);
            if (!sampler.samples.containsKey(structure.name())) {
                diagnostics.report(EXAMPLE_MISSING
                        .at(structure.span(), "no sample of '%s' was found for which its rules hold", structure.name())
                        .hint("see whether its rules contradict each other, or whether it is very large"));
            }
        }
        return sampler.samples;
    }

    private void sample(Structure structure) {
        if (begun.add(structure.name())) {
            Terms terms = new Terms(specification, structure);
            terms.others().forEach(other -> sample(specification.structure(other)));
            terms.inner().forEach(inner -> sample(specification.structure(inner)));
            Search search = new Search(specification, structure, samples, 0);
            boolean isSmall = structure.fields().size() <= MOST_FIELDS;
            Optional<Value.Group> found = isSmall ? search.find(search.rules()) : Optional.empty();
            found.filter(sample -> sizes.of(sample) <= MOST_OCTETS)
                    .ifPresent(sample -> samples.put(structure.name(), sample));
        }
    }
}
