package dev.touchstone.submission.review.precheck;

import java.util.List;

import dev.touchstone.submission.SandboxRelay.Probing;
import dev.touchstone.submission.SandboxRelay.Reason;
import dev.touchstone.submission.review.precheck.Challenge.Outcome;
import dev.touchstone.submission.review.precheck.Evidence.Visit;

/** Checks of what the agent's host answered. */
final class VisitChecks {

    private VisitChecks() {
    }

    static List<Check> of(Visit visit) {
        return List.of(endpoint(visit.probing()), challenge(visit.challenge()), drift(visit.drift()));
    }

    private static Check endpoint(Probing probing) {
        if (probing.reachable()) {
            return Check.passed("endpoint.reachable", "The endpoint answers with status " + probing.status() + ".");
        }
        Reason reason = probing.reason();
        String why = reason == null ? "status " + probing.status() : reason.text();
        return Check.violation("endpoint.reachable", "The endpoint is not reachable: " + why);
    }

    private static Check challenge(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotDeclared none -> Check.skipped("endpoint.challenge", "The card declares no challenge.");
            case Outcome.Answered(List<String> keyIds) -> Check.passed("endpoint.challenge", keyIds.isEmpty()
                    ? "The challenge is answered, unsigned."
                    : "The challenge is answered, signed with " + String.join(", ", keyIds) + ".");
            case Outcome.Unanswered(String reason) ->
                Check.violation("endpoint.challenge", "The card declares a challenge that is not answered: " + reason);
        };
    }

    private static Check drift(CardDrift drift) {
        return switch (drift) {
            case CardDrift.NoAddress none -> Check.skipped("card.drift", "The card was submitted itself.");
            case CardDrift.Unchanged same -> Check.passed("card.drift", "The card at its address is the one under review.");
            case CardDrift.Changed changed -> Check.warning("card.drift",
                    "The card at its address is not the one under review any more: " + String.join(", ", changed.all()));
            case CardDrift.Unknown(String reason) ->
                Check.warning("card.drift", "The card could not be fetched again from its address: " + reason);
        };
    }
}
