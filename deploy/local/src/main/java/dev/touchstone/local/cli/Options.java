package dev.touchstone.local.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.touchstone.local.system.Layout;
import dev.touchstone.local.system.Ports;
import dev.touchstone.local.system.Settings;
import dev.touchstone.local.system.SystemState;
import dev.touchstone.local.system.Wandb;

/**
 * What is typed after a command.
 *
 * @param flags options without a value
 * @param values options with one
 * @param words the rest, in order
 */
record Options(Set<String> flags, Map<String, String> values, List<String> words) {

    private static final Set<String> VALUED = Set.of("--data", "--port-base", "--wandb", "--timeout");
    /** Whether models judge where nobody asks for one. */
    static final String LLM = "--llm";
    private static final String HOME = "touchstone.home";

    static Options parse(List<String> arguments, Set<String> flags) throws Usage {
        return parse(arguments, flags, VALUED);
    }

    static Options parse(List<String> arguments, Set<String> flags, Set<String> valued) throws Usage {
        Options options = new Options(new HashSet<>(), new HashMap<>(), new ArrayList<>());
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (valued.contains(argument)) {
                if (++i == arguments.size()) {
                    throw new Usage(argument + " needs a value");
                }
                options.values.put(argument, arguments.get(i));
            } else if (flags.contains(argument)) {
                options.flags.add(argument);
            } else if (argument.startsWith("-") && argument.length() > 1) {
                throw new Usage("there is no option " + argument + " here");
            } else {
                options.words.add(argument);
            }
        }
        return options;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Layout layout() {
        Path home = Path.of(System.getProperty(HOME, "")).toAbsolutePath();
        return new Layout(home, value("--data", "TOUCHSTONE_DATA").map(data -> Path.of(data).toAbsolutePath().normalize())
                .orElse(home.resolve(".touchstone")));
    }

    Settings settings() throws Usage {
        return new Settings(layout(), ports(), wandb(), has(LLM));
    }

    /** The system that runs with this data, if one does. */
    Optional<SystemState> running() {
        return SystemState.read(layout().state()).filter(SystemState::isRunning);
    }

    int number(String name, int otherwise) throws Usage {
        String text = values.getOrDefault(name, Integer.toString(otherwise));
        if (!text.matches("\\d{1,6}")) {
            throw new Usage(name + " takes a number, not " + text);
        }
        return Integer.parseInt(text);
    }

    private Ports ports() throws Usage {
        String text = value("--port-base", "TOUCHSTONE_PORT_BASE").orElse(Integer.toString(Ports.DEFAULT_BASE));
        try {
            return new Ports(Integer.parseInt(text));
        } catch (IllegalArgumentException noPort) {
            throw new Usage("--port-base takes the number of a port, not " + text);
        }
    }

    private Wandb wandb() throws Usage {
        String text = value("--wandb", "TOUCHSTONE_WANDB").orElse("emulator");
        return switch (text) {
            case "emulator" -> new Wandb.Emulated();
            case "offline" -> new Wandb.Offline();
            default -> server(text);
        };
    }

    /** The key comes by the environment only: command lines are seen by everybody on the machine. */
    private static Wandb server(String url) throws Usage {
        if (!url.matches("https?://[^\\s/]+.*")) {
            throw new Usage("--wandb takes emulator, offline or the URL of a server, not " + url);
        }
        String key = System.getenv("WANDB_API_KEY");
        if (key == null || key.isBlank()) {
            throw new Usage("--wandb " + url + " needs the key of that server in WANDB_API_KEY");
        }
        return new Wandb.Server(URI.create(url), key);
    }

    private Optional<String> value(String option, String environment) {
        return Optional.ofNullable(values.getOrDefault(option, System.getenv(environment))).filter(text -> !text.isBlank());
    }
}
