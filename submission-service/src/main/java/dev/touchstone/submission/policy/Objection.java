package dev.touchstone.submission.policy;

import java.util.List;

/** A reason, for people, why a round is not approved without a person, and what follows from it. */
record Objection(String text, Consequence consequence) {

    static Objection asking(String text) {
        return new Objection(text, Consequence.ASK);
    }

    static List<String> texts(List<Objection> objections) {
        return objections.stream().map(Objection::text).toList();
    }
}
