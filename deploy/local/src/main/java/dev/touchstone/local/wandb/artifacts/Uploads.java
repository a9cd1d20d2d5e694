package dev.touchstone.local.wandb.artifacts;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.runs.Reporter;
import dev.touchstone.local.wandb.runs.Rule;
import dev.touchstone.local.wandb.runs.Violations;

/** Places that were handed out for bytes to be put. As with signed URLs, knowing one is all the permission that it takes. */
public final class Uploads {

    /**
     * Where bytes are expected.
     *
     * @param run as {@code entity/project/id}
     * @param file for people
     * @param md5 base64, as promised when the place was asked for; null if nothing was
     */
    public record Place(String run, String file, @Nullable String md5) {
    }

    private record Taker(Place place, Consumer<Blob> content) {
    }

    private final Map<String, Taker> takers = new ConcurrentHashMap<>();
    private final URI base;
    private final Violations violations;

    public Uploads(URI base, Violations violations) {
        this.base = base;
        this.violations = violations;
    }

    /** @return the URL to put the bytes to, as often as need be */
    public String open(Place place, Consumer<Blob> content) {
        String token = UUID.randomUUID().toString();
        takers.put(token, new Taker(place, content));
        return base + "/upload/" + token;
    }

    /** The run that a place belongs to, or an empty text. */
    public String runOf(String token) {
        return find(token).map(taker -> taker.place().run()).orElse("");
    }

    public Answer answer(Request request) {
        if (!request.is("PUT")) {
            return Answer.error(405, "uploads are put").with("Allow", "PUT");
        }
        return find(request.segment(1)).map(taker -> take(taker, request))
                .orElseGet(() -> Answer.error(403, "nobody was given this upload URL"));
    }

    private Optional<Taker> find(String token) {
        return Optional.ofNullable(takers.get(token));
    }

    private Answer take(Taker taker, Request request) {
        Place place = taker.place();
        Reporter reporter = violations.of(place.run(), request.at());
        if (!request.header("authorization").isEmpty()) {
            reporter.report(Rule.KEY_LEAK, place.file(), null, "a signed URL takes no Authorization");
            return Answer.error(400, "a signed URL takes no Authorization: the key would leak to the storage");
        }
        String md5 = request.body().md5();
        String header = request.header("content-md5");
        if (!header.isEmpty() && !header.equals(md5)) {
            reporter.report(Rule.DIGEST, place.file(), null, "Content-MD5 is " + header + ", that of the body " + md5);
            return Answer.error(400, "Content-MD5 does not match the body");
        }
        if (place.md5() != null && !place.md5().equals(md5)) {
            reporter.report(Rule.DIGEST, place.file(), null, place.md5() + " was announced, " + md5 + " was put");
        }
        taker.content().accept(request.body());
        return Answer.empty(200).with("ETag", "\"" + request.body().md5Hex() + "\"");
    }
}
