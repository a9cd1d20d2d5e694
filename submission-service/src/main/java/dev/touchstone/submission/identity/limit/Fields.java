package dev.touchstone.submission.identity.limit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The header fields that tell clients how they stand: those of draft-ietf-httpapi-ratelimit-headers-10, and for client
 * libraries that know no others the three of its drafts up to 06, which can only speak of the quota with the least left.
 */
final class Fields {

    private Fields() {
    }

    static Map<String, String> of(List<Standing> standings) {
        Standing tightest = standings.stream().min(Comparator.comparingLong(Standing::remaining)).orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("RateLimit-Policy",
                standings.stream().map(each -> each.quota().field()).collect(Collectors.joining(", ")));
        fields.put("RateLimit", standings.stream().map(Standing::field).collect(Collectors.joining(", ")));
        fields.put("RateLimit-Limit", String.valueOf(tightest.quota().amount()));
        fields.put("RateLimit-Remaining", String.valueOf(tightest.remaining()));
        fields.put("RateLimit-Reset", String.valueOf(tightest.resetSeconds()));
        return fields;
    }
}
