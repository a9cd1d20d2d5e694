package dev.touchstone.telemetry.wandb.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where W&amp;B wants a file.
 *
 * @param birthArtifactId the artifact with which it gets, or got, the bytes
 * @param storagePath where they lie in the storage; the same for the same bytes; may be empty
 */
record UploadPlace(String birthArtifactId, String storagePath, Way way) {

    /** How the bytes get there. */
    sealed interface Way {

        /** Not at all: they are there. */
        record Nothing() implements Way {
        }

        /** In one request. */
        record Whole(String address, List<String> headers) implements Way {
        }

        /**
         * In parts, and then one request that joins them.
         *
         * @param addresses by the parts' numbers, from 1
         * @param headers of which only the content's type is good for parts
         */
        record Parts(String uploadId, Map<Integer, String> addresses, List<String> headers) implements Way {
        }
    }

    /** Empty where the node does not say what it should. */
    static Optional<UploadPlace> read(JsonNode node) {
        String birth = node.path("artifact").path("id").asText("");
        return birth.isEmpty() ? Optional.empty()
                : way(node).map(way -> new UploadPlace(birth, node.path("storagePath").asText(""), way));
    }

    /**
     * Of a file or a manifest. Null is an answer, a member that is missing is none: taking it for "has it" would lose the
     * file.
     */
    static Optional<Way> way(JsonNode node) {
        List<String> headers = headers(node.path("uploadHeaders"));
        JsonNode parts = node.path("uploadMultipartUrls");
        if (parts.path("uploadUrlParts").size() > 0) {
            return Optional
                    .of(new Way.Parts(parts.path("uploadID").asText(), addresses(parts.path("uploadUrlParts")), headers));
        }
        JsonNode address = node.path("uploadUrl");
        if (address.isNull()) {
            return Optional.of(new Way.Nothing());
        }
        return address.isTextual() ? Optional.of(new Way.Whole(address.asText(), headers)) : Optional.empty();
    }

    private static List<String> headers(JsonNode values) {
        List<String> headers = new ArrayList<>();
        values.forEach(value -> headers.add(value.asText()));
        return headers;
    }

    private static Map<Integer, String> addresses(JsonNode parts) {
        Map<Integer, String> addresses = new TreeMap<>();
        parts.forEach(part -> addresses.put(part.path("partNumber").asInt(), part.path("uploadUrl").asText()));
        return addresses;
    }
}
