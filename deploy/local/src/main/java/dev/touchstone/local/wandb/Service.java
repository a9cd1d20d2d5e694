package dev.touchstone.local.wandb;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.wandb.artifacts.Artifacts;
import dev.touchstone.local.wandb.artifacts.Storage;
import dev.touchstone.local.wandb.artifacts.Uploads;
import dev.touchstone.local.wandb.faults.Fault;
import dev.touchstone.local.wandb.faults.Faults;
import dev.touchstone.local.wandb.faults.RateLimit;
import dev.touchstone.local.wandb.graphql.GraphQl;
import dev.touchstone.local.wandb.graphql.Schema;
import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blobs;
import dev.touchstone.local.wandb.http.Credentials;
import dev.touchstone.local.wandb.http.IdentityTokens;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.http.Target;
import dev.touchstone.local.wandb.pages.Pages;
import dev.touchstone.local.wandb.pages.RunPage;
import dev.touchstone.local.wandb.runs.Behaviour;
import dev.touchstone.local.wandb.runs.FileStream;
import dev.touchstone.local.wandb.runs.InFlight;
import dev.touchstone.local.wandb.runs.Runs;

/** Everything behind the socket: a request goes in, an answer comes out. */
final class Service implements AutoCloseable {

    private final Runs runs;
    private final InFlight inFlight;
    private final GraphQl graphQl;
    private final FileStream fileStream;
    private final Uploads uploads;
    private final Storage storage;
    private final Admin admin;
    private final Pages pages;
    private final FaultSubject subjects;
    private final Faults faults = new Faults();
    private final RateLimit rateLimit = new RateLimit();
    private final RunJson json;
    private final @Nullable Journal journal;

    /** @param base under which clients reach this service */
    Service(URI base, EmulatorSettings settings) {
        Path data = settings.data();
        runs = new Runs(settings.clock(), settings.entity(), new Behaviour(settings.silence()));
        inFlight = new InFlight(runs.violations());
        Artifacts artifacts = new Artifacts();
        Blobs blobs = new Blobs(data == null ? null : data.resolve("blobs"));
        uploads = new Uploads(base, runs.violations(), blobs);
        storage = new Storage(runs, blobs, uploads);
        subjects = new FaultSubject(uploads, artifacts);
        graphQl = new GraphQl(new Schema(runs, artifacts, uploads));
        fileStream = new FileStream(runs);
        json = new RunJson(runs, artifacts);
        admin = new Admin(runs, json, faults, rateLimit);
        pages = new Pages(runs, new RunPage(runs, artifacts));
        journal = data == null ? null : Journal.open(data.resolve("journal"), blobs, this::replay);
        runs.violations().endOfReplay();
    }

    /** Nobody waits for the answer. */
    private void replay(Request request) {
        var _ = changing(request).apply(request);
    }

    /** To be called before a request is read: the turn of its writer begins there. */
    InFlight.Turn begin(Target target, Map<String, String> headers, Instant at) {
        return inFlight.begin(target, headers, at);
    }

    /** The fault that is to strike this request, if one was ordered. */
    Optional<Fault> fault(Request request) {
        return faults.any() ? subjects.of(request).flatMap(faults::next) : Optional.empty();
    }

    Answer answer(Request request) {
        return switch (request.segment(0)) {
            case "graphql" -> withKey(request, this::kept);
            case "files" -> withKey(request, request.target().isFileStream() ? this::stream : storage::runFile);
            case "artifactsV2" -> withKey(request, storage::redirect);
            case "storage" -> storage.content(request);
            case "upload" -> kept(request);
            case "oidc" -> IdentityTokens.exchange(request);
            case "admin" -> request.is("GET") || !request.segment(1).equals("runs") ? admin.answer(request) : kept(request);
            default -> pages.answer(request);
        };
    }

    private static Answer withKey(Request request, Function<Request, Answer> work) {
        return Credentials.refuse(request).orElseGet(() -> work.apply(request));
    }

    private Answer stream(Request request) {
        return rateLimit.take(request.target(), request.at())
                .map(quota -> quota.granted() ? quota.on(kept(request)) : quota.refusal())
                .orElseGet(() -> kept(request));
    }

    /** Carries out what may change something, and remembers it where the runs are to outlive the process. */
    private Answer kept(Request request) {
        Function<Request, Answer> work = changing(request);
        return journal == null || isQuery(request) ? work.apply(request) : journal.keep(request, work);
    }

    private static boolean isQuery(Request request) {
        return request.segment(0).equals("graphql") && !request.body().text().contains("mutation");
    }

    private Function<Request, Answer> changing(Request request) {
        return switch (request.segment(0)) {
            case "graphql" -> graphQl::answer;
            case "files" -> fileStream::answer;
            case "upload" -> uploads::answer;
            default -> admin::answer;
        };
    }

    long violations() {
        return runs.violations().sinceStart();
    }

    void dump(Writer out) throws IOException {
        json.write(out);
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
