package dev.touchstone.local.wandb;

import java.net.URI;
import java.util.Optional;

/** Everything behind the socket: a request goes in, an answer comes out. */
final class Service {

    private final GraphQl graphQl;
    private final FileStream fileStream;
    private final Uploads uploads;
    private final Admin admin;
    private final Pages pages;
    private final Faults faults = new Faults();
    private final RateLimit rateLimit;
    private final RunJson json;

    /** @param base under which clients reach this service */
    Service(URI base, EmulatorSettings settings) {
        Runs runs = new Runs(settings);
        Artifacts artifacts = new Artifacts();
        uploads = new Uploads(base);
        graphQl = new GraphQl(new RunOperations(runs, uploads), new ArtifactOperations(runs, artifacts, uploads));
        fileStream = new FileStream(runs);
        json = new RunJson(runs, artifacts);
        rateLimit = new RateLimit(settings.clock());
        admin = new Admin(runs, json, faults, rateLimit);
        pages = new Pages(runs, new RunPage(runs, artifacts));
    }

    /** The fault that is to strike this request, if one was ordered. */
    Optional<Fault> fault(Request request) {
        return switch (request.segment(0)) {
            case "graphql" -> faults.next("graphql", operation(request));
            case "files" -> faults.next("file_stream", "");
            case "upload" -> faults.next("upload", "");
            default -> Optional.empty();
        };
    }

    private static String operation(Request request) {
        return Json.parse(request.body().text())
                .flatMap(body -> GraphQlOperation.find(body.path("query").asText(""), Json.text(body, "operationName")))
                .map(GraphQlOperation::name)
                .orElse("");
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
        if (!request.isFileStream()) {
            return Answer.error(404, "not found");
        }
        return rateLimit.refuse(String.join("/", request.path())).orElseGet(() -> fileStream.answer(request));
    }

    String dump() {
        return Json.pretty(json.all());
    }
}
