package dev.touchstone.telemetry.wandb.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.touchstone.telemetry.wandb.Answer;
import dev.touchstone.telemetry.wandb.Answer.Later;
import dev.touchstone.telemetry.wandb.Content;

/** Brings one large file in parts, one after the other, and has them joined. */
final class PartUploads {

    private static final String TYPE = "content-type:";

    private final ArtifactOperations operations;
    private final Uploads uploads;

    PartUploads(ArtifactOperations operations, Uploads uploads) {
        this.operations = operations;
        this.uploads = uploads;
    }

    /** Gives the digest that the server says the whole has. */
    Answer<String> upload(UploadPlace place, UploadPlace.Way.Parts way, List<Content> parts) throws InterruptedException {
        List<String> etags = new ArrayList<>();
        Answer<List<String>> done = Answer.accepted(etags);
        for (Content part : parts) {
            done = done.then(known -> uploadPart(way, known.size() + 1, part).then(etag -> {
                known.add(etag);
                return Answer.accepted(known);
            }));
        }
        return done.then(all -> operations.completeParts(place, way.uploadId(), all));
    }

    private Answer<String> uploadPart(UploadPlace.Way.Parts way, int number, Content part) throws InterruptedException {
        String address = way.addresses().get(number);
        if (address == null) {
            return new Later<>(200, "W&B gave no address for a part of an upload", Optional.empty());
        }
        return uploads.put(address, headers(way, part), part).then(stored -> stored.etag().map(Answer::accepted)
                .orElseGet(() -> new Later<>(200, "The storage gave no name to a part of an upload", Optional.empty())));
    }

    private static List<String> headers(UploadPlace.Way.Parts way, Content part) {
        List<String> headers = new ArrayList<>();
        headers.add("Content-MD5:" + part.md5().base64());
        way.headers().stream().filter(header -> header.toLowerCase(Locale.ROOT).startsWith(TYPE)).forEach(headers::add);
        return headers;
    }
}
