package dev.touchstone.local.wandb;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
            case "GET runs" -> request.path().size() == 2 ? Answer.json(200, json.all())
                    : withRun(request, run -> Answer.json(200, json.of(run)));
            case "DELETE runs" -> withRun(request, this::delete);
            case "POST runs" -> request.segment(3).equals("stop") ? withRun(request, Admin::stop) : unknown();
            case "GET faults" -> Answer.json(200, faults.toJson());
            case "POST faults" -> order(request);
            case "DELETE faults" -> clear();
            case "POST rate-limit" -> limit(request);
            default -> unknown();
        };
    }

    private Answer withRun(Request request, Function<EmulatedRun, Answer> answer) {
        List<EmulatedRun> named = runs.named(request.segment(2));
        return switch (named.size()) {
            case 0 -> Answer.error(404, "no run has this id");
            case 1 -> answer.apply(named.getFirst());
            default -> Answer.error(409, "several projects have a run of this id: see /admin/runs");
        };
    }

    private Answer delete(EmulatedRun run) {
        runs.delete(run.key());
        return Answer.empty(204);
    }

    private static Answer stop(EmulatedRun run) {
        run.stop();
        return Answer.empty(204);
    }

    private Answer order(Request request) {
        String fault = faults.order(body(request));
        return fault.isEmpty() ? Answer.json(201, faults.toJson()) : Answer.error(400, fault);
    }

    private Answer clear() {
        faults.clear();
        return Answer.empty(204);
    }

    private Answer limit(Request request) {
        rateLimit.set(Math.max(0, body(request).path("requestsPerSecond").asInt()));
        return Answer.empty(204);
    }

    private static ObjectNode body(Request request) {
        return Json.parse(request.body().text()).orElseGet(Json::object);
    }

    private static Answer unknown() {
        return Answer.error(404, "the admin API has runs, faults and rate-limit");
    }
}
