package dev.touchstone.local.wandb.artifacts;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import dev.touchstone.local.wandb.http.Blob;

/** Files that come in parts: each part is put to a place of its own, and all together are the file once that is said. */
public final class Multipart {

    /**
     * An upload that was begun.
     *
     * @param urls by the parts' numbers, which begin with 1
     */
    public record Upload(String id, Map<Integer, String> urls) {
    }

    private record Parts(Uploads.Place place, Map<Integer, Blob> received, List<Integer> expected) {
    }

    private final Map<String, Parts> open = new ConcurrentHashMap<>();
    private final Uploads uploads;

    public Multipart(Uploads uploads) {
        this.uploads = uploads;
    }

    public Upload begin(Uploads.Place place, List<Integer> numbers) {
        String id = Blob.of("multipart " + place.run() + " " + place.file()).md5Hex();
        Parts parts = open.computeIfAbsent(id, absent -> new Parts(place, new TreeMap<>(), List.copyOf(numbers)));
        Map<Integer, String> urls = new LinkedHashMap<>();
        for (int number : numbers) {
            Uploads.Place part = new Uploads.Place(place.run(), place.file() + " part " + number, null);
            urls.put(number, uploads.open(part, content -> receive(parts, number, content)));
        }
        return new Upload(id, urls);
    }

    private static void receive(Parts parts, int number, Blob content) {
        synchronized (parts.received()) {
            parts.received().put(number, content);
        }
    }

    /**
     * @param tags what was answered as ETag to each part, in order
     * @return the whole; empty if a part is missing or was another
     */
    public Optional<Blob> complete(String id, List<String> tags, Instant at) {
        Parts parts = open.get(id);
        if (parts == null) {
            return Optional.empty();
        }
        synchronized (parts.received()) {
            List<String> received = parts.received().values().stream().map(Blob::md5Hex).toList();
            if (!received.equals(tags) || parts.received().size() != parts.expected().size()) {
                return Optional.empty();
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            parts.received().values().forEach(part -> whole.writeBytes(part.bytes()));
            open.remove(id);
            return Optional.of(uploads.keep(new Blob(whole.toByteArray()), parts.place(), at));
        }
    }
}
