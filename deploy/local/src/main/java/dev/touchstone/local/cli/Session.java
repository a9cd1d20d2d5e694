package dev.touchstone.local.cli;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.touchstone.local.client.Deadline;
import dev.touchstone.local.client.Output;
import dev.touchstone.local.client.Report;
import dev.touchstone.local.client.Submissions;
import dev.touchstone.local.client.Target;
import dev.touchstone.local.system.Keys;
import dev.touchstone.local.system.Layout;
import dev.touchstone.local.system.Service;
import dev.touchstone.local.system.SystemState;

/** What the commands of the client share: whom they ask, as whom, for how long, and how they answer. */
record Session(Options options, Surroundings surroundings, Output output, Report report, Submissions submissions) {

    static final String KEY = "TOUCHSTONE_API_KEY";

    private static final Set<String> VALUED = Set.of("--url", "--data", "--timeout");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    /** A key, or a token of an identity provider: what a bearer may be by RFC 6750. */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");

    /** How long a command may take unless {@code --timeout} says otherwise. */
    static final Duration ANSWER = Duration.ofMinutes(2);
    static final Duration REVIEW = Duration.ofHours(1);

    /** The command line of a command of the client, with what only this one takes beside what all do. */
    static Options parse(List<String> arguments, Set<String> flags, Set<String> valued) throws Usage {
        Set<String> allFlags = new HashSet<>(flags);
        allFlags.add("--json");
        Set<String> allValued = new HashSet<>(valued);
        allValued.addAll(VALUED);
        return Options.parse(arguments, allFlags, allValued);
    }

    static Session open(Options options, Surroundings surroundings, Duration patience) throws Usage, NothingRuns {
        Target target = target(options, surroundings);
        Duration allowed = Duration.ofSeconds(options.number("--timeout", (int) patience.toSeconds()));
        Output output = new Output(surroundings.out(), surroundings.notes(), target.key());
        if (target.isExposed()) {
            output.note("%s is not https: the key can be read on the way", target);
        }
        return new Session(options, surroundings, output, new Report(target, output, options.has("--json")),
                new Submissions(target, Deadline.in(allowed), surroundings.pause()));
    }

    boolean json() {
        return options.has("--json");
    }

    /** The one word after the command that must be the id of a submission. */
    String id() throws Usage {
        List<String> words = options.words();
        if (words.size() != 1 || !ID.matcher(words.getFirst()).matches()) {
            throw new Usage("this takes the id of one submission, as submit prints it");
        }
        return words.getFirst();
    }

    private static Target target(Options options, Surroundings surroundings) throws Usage, NothingRuns {
        Optional<String> given = Optional.ofNullable(options.values().get("--url"))
                .or(() -> surroundings.variable("TOUCHSTONE_URL"));
        Optional<String> key = surroundings.variable(KEY);
        Optional<String> local = options.running().map(SystemState::ports)
                .map(ports -> ports.url(Service.SUBMISSION).toString());
        if (given.isEmpty() && local.isEmpty()) {
            throw new NothingRuns(options.layout());
        }
        String url = given.isPresent() ? base(given.get()) : local.orElseThrow();
        // The local system's key is told to nobody else.
        Optional<String> own = local.filter(url::equals).isPresent() ? localKey(options.layout()) : Optional.empty();
        String bearer = Stream.concat(key.stream(), own.stream()).findFirst()
                .orElseThrow(() -> new Usage(url + " needs a key in " + KEY));
        if (!BEARER.matcher(bearer).matches()) {
            throw new Usage("what is in " + KEY + " cannot be a key");
        }
        return new Target(url, bearer);
    }

    private static Optional<String> localKey(Layout layout) {
        return Keys.of(layout).map(keys -> keys.client().secret());
    }

    private static String base(String text) throws Usage {
        try {
            URI url = URI.create(text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (web && url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return text.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new Usage("--url takes the address of a submission-service, such as https://touchstone.example");
    }
}
