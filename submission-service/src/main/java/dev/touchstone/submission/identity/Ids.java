package dev.touchstone.submission.identity;

import java.util.UUID;
import java.util.regex.Pattern;

import dev.touchstone.submission.Problems;

/** The ids of members and keys. */
final class Ids {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {
    }

    /** What has not the form of an id names nothing. */
    static UUID parse(String id, String what) {
        if (!FORM.matcher(id).matches()) {
            throw Problems.notFound(what);
        }
        return UUID.fromString(id);
    }
}
