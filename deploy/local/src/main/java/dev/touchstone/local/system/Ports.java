package dev.touchstone.local.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.touchstone.local.agents.Sample;

/**
 * All ports of one system, counted from one number, so that a second system needs one option only.
 *
 * @param base submission-service listens here, the others above it
 */
public record Ports(int base) {

    public static final int DEFAULT_BASE = 8080;

    private static final int MANAGEMENT = 5;
    private static final int EMULATOR = 10;
    private static final int AGENTS = 11;
    private static final int MORE_AGENTS = 17;
    private static final int BROKER = 14;
    private static final int CONTROLLER = 15;
    private static final int DATABASE = 16;
    private static final int SCRIPTED_JUDGE = 22;
    private static final String MANAGEMENT_OF = ":management";
    /** How many ports in a row a system needs. */
    private static final int SPAN = 23;

    public Ports {
        if (base < 1 || base > 65_535 - SPAN) {
            throw new IllegalArgumentException("The first port must be between 1 and " + (65_535 - SPAN) + ", not " + base);
        }
    }

    /** A base whose ports are free at this moment; below those that the operating system gives to clients. */
    public static Ports free() {
        int start = 20_000 + Math.floorMod(ProcessHandle.current().pid() * 37 + System.nanoTime(), 10_000);
        for (int base = start; base < start + 2_000; base += SPAN) {
            Ports ports = new Ports(base);
            if (ports.taken(true).isEmpty()) {
                return ports;
            }
        }
        throw new IllegalStateException("There are no " + SPAN + " free ports in a row");
    }

    public int of(Service service) {
        return base + service.place();
    }

    /** Where a service tells about itself: health, metrics. */
    int management(Service service) {
        return base + MANAGEMENT + service.place();
    }

    public int of(Sample agent) {
        return base + switch (agent) {
            case GOOD -> AGENTS;
            case LEAKY -> AGENTS + 1;
            case REFUSER -> AGENTS + 2;
            case COMPLIER -> MORE_AGENTS;
            case ENCODER -> MORE_AGENTS + 1;
            case DECLINER -> MORE_AGENTS + 2;
            case FLAKY -> MORE_AGENTS + 3;
            case JAPANESE -> MORE_AGENTS + 4;
        };
    }

    public int emulator() {
        return base + EMULATOR;
    }

    /** The host of the scripted models. */
    public int scriptedJudge() {
        return base + SCRIPTED_JUDGE;
    }

    public int broker() {
        return base + BROKER;
    }

    int controller() {
        return base + CONTROLLER;
    }

    public int database() {
        return base + DATABASE;
    }

    public URI url(Service service) {
        return URI.create("http://127.0.0.1:" + of(service));
    }

    public URI managementUrl(Service service) {
        return URI.create("http://127.0.0.1:" + management(service));
    }

    public URI emulatorUrl() {
        return URI.create("http://127.0.0.1:" + emulator());
    }

    public URI scriptedJudgeUrl() {
        return URI.create("http://127.0.0.1:" + scriptedJudge() + "/v1");
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + broker();
    }

    /** The ports by what wants them, in their order. */
    public Map<String, Integer> byName(boolean withEmulator) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            ports.put(service.module(), of(service));
        }
        for (Service service : Service.values()) {
            ports.put(service.module() + MANAGEMENT_OF, management(service));
        }
        if (withEmulator) {
            ports.put("wandb-emulator", emulator());
        }
        for (Sample agent : Sample.values()) {
            ports.put("agent-" + agent.key(), of(agent));
        }
        ports.put("scripted-judge", scriptedJudge());
        ports.put("kafka", broker());
        ports.put("kafka-controller", controller());
        ports.put("postgres", database());
        return ports;
    }

    /** What cannot have its port, each in words. */
    public List<String> taken(boolean withEmulator) {
        return byName(withEmulator).entrySet().stream().filter(port -> !isFree(port.getValue()))
                .map(port -> "port " + port.getValue() + " is taken (" + port.getKey() + " wants it)").toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without reuse a listener on any address is in the way; with it, only a live one is: closed connections
            // of the last run are not.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
