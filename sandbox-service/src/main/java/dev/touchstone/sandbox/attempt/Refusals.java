package dev.touchstone.sandbox.attempt;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.touchstone.events.OwnerStatement.Requested;
import dev.touchstone.events.StageEvent;
import dev.touchstone.events.StageStatement.EgressRefused;
import dev.touchstone.sandbox.FailureCode;

/**
 * Which calls of an attempt the guarded way out refused. They are counted in the attempt's transcript, so that what earlier
 * workers of the same attempt were refused counts as well, and each only once.
 */
final class Refusals {

    private Refusals() {
    }

    /** One statement for each code; none where the attempt left no transcript. */
    static List<EgressRefused> in(StageEvent request, List<Report> reports) {
        if (!(request.body() instanceof Requested requested)) {
            return List.of();
        }
        return reports.stream().filter(file -> file.name().equals(TranscriptFile.nameOf(request.stage()))).findFirst()
                .map(file -> in(requested.agent().endpoint(), TranscriptFile.read(file.text()).cases())).orElse(List.of());
    }

    private static List<EgressRefused> in(URI agent, List<JsonNode> cases) {
        return EgressRefused.merged(cases.stream().map(each -> each.at("/transcript/failure"))
                .flatMap(failure -> refused(agent, failure).stream()).toList());
    }

    private static Optional<EgressRefused> refused(URI agent, JsonNode failure) {
        return FailureCode.of(failure.path("code").asText()).filter(FailureCode::isRefusal)
                .map(code -> EgressRefused.of(agent, code.code(), failure.path("detail").asText(), 1));
    }
}
