package dev.touchstone.local.wandb;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.touchstone.local.wandb.faults.Faults;
import dev.touchstone.local.wandb.faults.RateLimit;
import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.runs.Behaviour;
import dev.touchstone.local.wandb.runs.EmulatedRun;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Runs;

/** What the service itself does not offer: to look at everything that was received, and to order faults. */
final class Admin {

    private final Runs runs;
    private final RunJson json;
    private final Faults faults;
    private final RateLimit rateLimit;

    Admin(Runs runs, RunJson json, Faults faults, RateLimit rateLimit) {
        this.runs = runs;
        this.json = json;
        this.faults = faults;
        this.rateLimit = rateLimit;
    }

    Answer answer(Request request) {
        return switch (request.method() + " " + request.segment(1)) {
            case "GET runs" -> request.path().size() == 2 ? list(request)
                    : withRun(request, run -> Answer.json(200, json.of(run)));
            case "DELETE runs" -> withRun(request, this::delete);
            case "POST runs" -> request.path().getLast().equals("stop") ? withRun(request, Admin::stop) : unknown();
            case "GET violations" -> Answer.json(200, json.violations(request.parameter("run")));
            case "DELETE violations" -> done(runs.violations()::clear);
            case "GET faults" -> Answer.json(200, faults.toJson());
            case "POST faults" -> faults.order(body(request)).map(order -> Answer.json(201, order))
                    .orElseGet(() -> Answer.error(400, Faults.expected()));
            case "DELETE faults" -> takeBack(request.segment(2));
            case "GET rate-limit" -> Answer.json(200, rateLimit.toJson());
            case "POST rate-limit" -> limit(body(request));
            case "GET settings" -> Answer.json(200, settings());
            case "POST settings" -> set(body(request));
            default -> unknown();
        };
    }

    private Answer list(Request request) {
        return Answer.json(200, request.parameter("brief").isEmpty() ? json.all() : json.brief());
    }

    /** A run is named by its id, or, where that is not enough, by entity, project and id. */
    private Answer withRun(Request request, Function<EmulatedRun, Answer> answer) {
        List<EmulatedRun> named = request.path().size() >= 5
                ? runs.find(new RunKey(request.segment(2), request.segment(3), request.segment(4))).stream().toList()
                : runs.named(request.segment(2));
        return switch (named.size()) {
            case 0 -> Answer.error(404, "no run has this id");
            case 1 -> answer.apply(named.getFirst());
            default -> Answer.error(409, "several projects have a run of this id: name it by entity/project/id");
        };
    }

    private Answer delete(EmulatedRun run) {
        return done(() -> runs.delete(run.key()));
    }

    private static Answer stop(EmulatedRun run) {
        return done(run.life()::stop);
    }

    private Answer takeBack(String id) {
        if (id.isEmpty()) {
            return done(faults::clear);
        }
        return faults.takeBack(id) ? Answer.empty(204) : Answer.error(404, "no fault was ordered under this id");
    }

    private Answer limit(JsonNode body) {
        return done(() -> rateLimit.set(Math.max(0, body.path("requestsPerSecond").asInt()),
                Math.max(0, body.path("projectRequestsPerSecond").asInt())));
    }

    private ObjectNode settings() {
        Behaviour behaviour = runs.behaviour();
        ObjectNode settings = Json.object().put("silenceSeconds", behaviour.silence().toMillis() / 1_000.0)
                .put("deletedStatus", behaviour.deletedStatus());
        ObjectNode features = settings.putObject("features");
        behaviour.features().forEach(features::put);
        return settings;
    }

    private Answer set(JsonNode body) {
        Behaviour behaviour = runs.behaviour();
        int deleted = body.path("deletedStatus").asInt(behaviour.deletedStatus());
        double silence = body.path("silenceSeconds").asDouble(1);
        if ((deleted != 400 && deleted != 409) || !(silence > 0)) {
            return Answer.error(400,
                    "expected deletedStatus (400 or 409), silenceSeconds (above 0), features (name to boolean)");
        }
        behaviour.deletedStatus(deleted);
        if (body.has("silenceSeconds")) {
            behaviour.silence(Duration.ofMillis((long) (silence * 1_000)));
        }
        body.path("features").properties()
                .forEach(feature -> behaviour.feature(feature.getKey(), feature.getValue().asBoolean()));
        return Answer.json(200, settings());
    }

    private static Answer done(Runnable action) {
        action.run();
        return Answer.empty(204);
    }

    private static ObjectNode body(Request request) {
        return Json.parse(request.body().text()).orElseGet(Json::object);
    }

    private static Answer unknown() {
        return Answer.error(404, "the admin API has runs, violations, faults, rate-limit and settings");
    }
}
