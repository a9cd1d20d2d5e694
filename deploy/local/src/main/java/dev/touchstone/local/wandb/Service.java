package dev.touchstone.local.wandb;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.faults.Fault;
import dev.touchstone.local.wandb.faults.Faults;
import dev.touchstone.local.wandb.faults.RateLimit;
import dev.touchstone.local.wandb.graphql.ArtifactOperations;
import dev.touchstone.local.wandb.graphql.GraphQl;
import dev.touchstone.local.wandb.graphql.RunOperations;
import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.ApiKey;
import dev.touchstone.local.wandb.http.Json;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.http.Target;
import dev.touchstone.local.wandb.pages.Pages;
import dev.touchstone.local.wandb.pages.RunPage;
import dev.touchstone.local.wandb.runs.Behaviour;
import dev.touchstone.local.wandb.runs.FileStream;
import dev.touchstone.local.wandb.runs.InFlight;
import dev.touchstone.local.wandb.runs.Runs;

/** Everything behind the socket: a request goes in, an answer comes out. */
final class Service {

    private final Runs runs;
    private final InFlight inFlight;
    private final GraphQl graphQl;
    private final FileStream fileStream;
    private final Uploads uploads;
    private final Admin admin;
    private final Pages pages;
    private final Faults faults = new Faults();
    private final RateLimit rateLimit = new RateLimit();
    private final RunJson json;

    /** @param base under which clients reach this service */
    Service(URI base, EmulatorSettings settings) {
        runs = new Runs(settings.clock(), settings.entity(), new Behaviour(settings.silence()));
        inFlight = new InFlight(runs.violations());
        Artifacts artifacts = new Artifacts();
        uploads = new Uploads(base, runs.violations());
        graphQl = new GraphQl(new RunOperations(runs, uploads), new ArtifactOperations(runs, artifacts, uploads));
        fileStream = new FileStream(runs);
        json = new RunJson(runs, artifacts);
        admin = new Admin(runs, json, faults, rateLimit);
        pages = new Pages(runs, new RunPage(runs, artifacts));
    }

    /** To be called before a request is read: the turn of its writer begins there. */
    InFlight.Turn begin(Target target, Map<String, String> headers, Instant at) {
        return inFlight.begin(target, headers, at);
    }

    /** The fault that is to strike this request, if one was ordered. */
    Optional<Fault> fault(Request request) {
        return faults.any() ? FaultSubject.of(request, uploads).flatMap(faults::next) : Optional.empty();
    }

    Answer answer(Request request) {
        return switch (request.segment(0)) {
            case "graphql" -> ApiKey.refuse(request.header("authorization")).orElseGet(() -> graphQl.answer(request));
            case "files" -> ApiKey.refuse(request.header("authorization")).orElseGet(() -> stream(request));
            case "upload" -> uploads.answer(request);
            case "admin" -> admin.answer(request);
            default -> pages.answer(request);
        };
    }

    private Answer stream(Request request) {
        if (!request.target().isFileStream()) {
            return Answer.error(404, "not found");
        }
        return rateLimit.take(request.target(), request.at())
                .map(quota -> quota.granted() ? quota.on(fileStream.answer(request)) : quota.refusal())
                .orElseGet(() -> fileStream.answer(request));
    }

    long violations() {
        return runs.violations().count();
    }

    String dump() {
        return Json.pretty(json.all());
    }
}
