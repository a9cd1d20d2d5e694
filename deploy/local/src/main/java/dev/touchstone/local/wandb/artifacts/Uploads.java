package dev.touchstone.local.wandb.artifacts;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.touchstone.local.wandb.http.Answer;
import dev.touchstone.local.wandb.http.Blob;
import dev.touchstone.local.wandb.http.Blobs;
import dev.touchstone.local.wandb.http.Request;
import dev.touchstone.local.wandb.runs.Reporter;
import dev.touchstone.local.wandb.runs.Rule;
import dev.touchstone.local.wandb.runs.RunKey;
import dev.touchstone.local.wandb.runs.Violations;

/**
 * Places that were handed out for bytes to be put, and where bytes are got. As with signed URLs, knowing one is all the
 * permission that it takes.
 */
public final class Uploads {

    /**
     * Where bytes are expected. The same place has the same URL, so that URLs stay good when the emulator starts anew.
     *
     * @param run as {@code entity/project/id}
     * @param file with what names its owner
     * @param md5 base64, as promised when the place was asked for; null if nothing was
     */
    public record Place(String run, String file, @Nullable String md5) {
    }

    private record Taker(Place place, Consumer<Blob> content) {
    }

    private final Map<String, Taker> takers = new ConcurrentHashMap<>();
    private final URI base;
    private final Violations violations;
    private final Blobs blobs;

    /** @param base under which clients reach this service */
    public Uploads(URI base, Violations violations, Blobs blobs) {
        this.base = base;
        this.violations = violations;
        this.blobs = blobs;
    }

    /** @return the URL to put the bytes to, as often as need be */
    public String open(Place place, Consumer<Blob> content) {
        String token = Blob.of(place.toString()).md5Hex();
        takers.put(token, new Taker(place, content));
        return base + "/upload/" + token;
    }

    /** The run that a place belongs to, or an empty text. */
    public String runOf(String token) {
        return find(token).map(taker -> taker.place().run()).orElse("");
    }

    /** Where a content can be got, under a name that says what it is. */
    public String download(Blob content, String name) {
        return base + "/storage/" + content.md5Hex() + path(name.split("/", -1));
    }

    /** Where a run's file can be got, with a key. */
    public String runFile(RunKey run, String name) {
        return base + "/files" + path(run.entity(), run.project(), run.runId()) + path(name.split("/", -1));
    }

    private static String path(String... segments) {
        return Arrays.stream(segments)
                .map(segment -> "/" + URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining());
    }

    /**
     * Content that the storage has, of whatever artifact or run.
     *
     * @param md5 base64
     */
    public Optional<Blob> known(String md5) {
        try {
            return blobs.find(HexFormat.of().formatHex(Base64.getDecoder().decode(md5)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Keeps what was put; it should be what the place promised. */
    Blob keep(Blob content, Place place, Instant at) {
        if (place.md5() != null && !place.md5().equals(content.md5())) {
            violations.of(place.run(), at).report(Rule.DIGEST, place.file(), null,
                    place.md5() + " was announced, " + content.md5() + " was put");
        }
        return blobs.keep(content);
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
        String header = request.header("content-md5");
        String md5 = request.body().md5();
        if (!header.isEmpty() && !header.equals(md5)) {
            reporter.report(Rule.DIGEST, place.file(), null, "Content-MD5 is " + header + ", that of the body " + md5);
            return Answer.error(400, "Content-MD5 does not match the body");
        }
        taker.content().accept(keep(request.body(), place, request.at()));
        return Answer.empty(200).with("ETag", "\"" + request.body().md5Hex() + "\"");
    }
}
