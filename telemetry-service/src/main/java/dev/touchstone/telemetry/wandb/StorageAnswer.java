package dev.touchstone.telemetry.wandb;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.touchstone.telemetry.wandb.Wire.Outcome.Answered;

/** Reads what is said to an upload, by W&amp;B itself or by a storage that knows nothing of W&amp;B. */
final class StorageAnswer {

    /** Not 401, 403, 404 or 409, which mean that a signed address or an upload in parts is over: new ones can be had. */
    private static final Set<Integer> LASTING = Set.of(400, 405, 411, 413, 414, 422, 501);

    /** Names for trouble that passes, though it is answered with 400. */
    private static final Set<String> PASSING = Set.of("ExpiredToken", "RequestTimeout", "TokenRefreshRequired");

    /** In the XML of S3, Google and Azure alike. It is a name, so it may be shown; the rest of the page may not. */
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,64})</Code>");

    private StorageAnswer() {
    }

    static boolean isAccepted(Answered answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    static Stored stored(Answered answer) {
        return new Stored(answer.headers().firstValue("ETag"));
    }

    static boolean isLasting(Answered answer) {
        return LASTING.contains(answer.status()) && code(answer).filter(PASSING::contains).isEmpty();
    }

    static String reason(Answered answer, UnaryOperator<String> hidden) {
        String detail = code(answer).map(name -> " (" + name + ")")
                .orElseGet(() -> ErrorText.of(answer.body()).map(hidden).map(text -> ": " + text).orElse(""));
        return "An upload was answered with " + answer.status() + detail;
    }

    private static Optional<String> code(Answered answer) {
        Matcher code = CODE.matcher(answer.body());
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }
}
