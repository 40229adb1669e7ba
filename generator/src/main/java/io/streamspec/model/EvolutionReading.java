package io.streamspec.model;

import java.util.stream.Collectors;

/** Reads rules of evolution out in plain English. */
final class EvolutionReading {

    private EvolutionReading() {}

    static String of(Evolution rule) {
        String verb = rule.must() ? "" : "should ";
        Evolution.Demand demand = rule.demand();
        if (demand instanceof Evolution.Demand.Raises raises) {
            String what = raises.what()
                    .map(place -> place.field() + " of " + place.structure())
                    .orElse("the revision of this document");
            boolean one = raises.changes() == Evolution.Changes.ANY;
            return raises.changes().words() + " " + verb + (one && rule.must() ? "raises " : "raise ") + what;
        } else if (demand instanceof Evolution.Demand.NewType) {
            return "the body of a record that exists " + (rule.must() ? "keeps" : "should keep")
                    + " its layout; what is to be different comes in a record of a new type";
        } else if (demand instanceof Evolution.Demand.Stays stays) {
            String fields = Lists.and(
                    stays.fields().stream().map(Evolution.Place::toString).collect(Collectors.toList()));
            boolean one = stays.fields().size() == 1;
            return fields + " " + (!rule.must() ? "should keep " : one ? "keeps " : "keep ")
                    + (one ? "its place and width" : "their places and widths");
        }
        return "a new record breaks readers of earlier revisions unless they may skip it";
    }
}
