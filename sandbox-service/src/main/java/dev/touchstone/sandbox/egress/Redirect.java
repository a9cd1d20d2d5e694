package dev.touchstone.sandbox.egress;

import java.util.Optional;

/** Where an answer leads: nowhere, on to another URL, which is vetted like the first, or to where no call may follow. */
sealed interface Redirect {

    record None() implements Redirect {
    }

    record Onward(WebUrl.Parsed url) implements Redirect {
    }

    record Forbidden(String detail) implements Redirect {
    }

    /**
     * @param left how many more redirects may be followed
     */
    static Redirect of(Call call, WebUrl from, Exchanged.Received received, int left) {
        Optional<String> location = received.header("location");
        if (!isRedirect(received.status()) || location.isEmpty()) {
            return new None();
        }
        if (left == 0) {
            return new Forbidden("there are too many redirects");
        }
        // The other three turn a POST into a GET, and that would not be what was asked.
        if (call.isPost() && received.status() < 307) {
            return new Forbidden("a POST is only redirected by 307 and 308, not by " + received.status());
        }
        WebUrl.Parsed to = from.resolve(location.get());
        boolean downgrade = from.tls() && to instanceof WebUrl.Parsed.Valid(WebUrl url) && !url.tls();
        return downgrade ? new Forbidden("a redirect leads from https to http") : new Onward(to);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
}
