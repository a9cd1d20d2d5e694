package dev.touchstone.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/** One KRaft broker, which is its own controller, on the loopback address. Keeps its data between starts. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE_ID = 1;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Runs a broker until the process is ended: {@code EmbeddedKafka <directory> <port> <controller port>}.
     */
    public static void main(String[] args) throws Exception {
        EmbeddedKafka broker = start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        broker.server.awaitShutdown();
    }

    /**
     * @param directory of the log; made and formatted if it is new
     * @param port for clients
     * @param controllerPort for the broker's own controller
     */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) throws Exception {
        Files.createDirectories(directory);
        format(directory);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings(directory, port, controllerPort), false),
                Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Makes the topics that are not there yet. */
    public static void createTopics(String bootstrapServers, List<String> topics, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            List<String> present = List.copyOf(admin.listTopics().names().get());
            admin.createTopics(topics.stream().filter(topic -> !present.contains(topic))
                    .map(topic -> new NewTopic(topic, partitions, (short) 1)).toList()).all().get();
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static void format(Path directory) throws Exception {
        Formatter formatter = new Formatter()
                .setNodeId(NODE_ID)
                .setClusterId(clusterId(directory))
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true);
        formatter.setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream(), false,
                java.nio.charset.StandardCharsets.UTF_8));
        formatter.run();
    }

    /** A directory that was formatted before keeps its cluster. */
    private static String clusterId(Path directory) throws Exception {
        Path properties = directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME);
        if (!Files.exists(properties)) {
            return Uuid.randomUuid().toString();
        }
        Properties stored = new Properties();
        try (var reader = Files.newBufferedReader(properties)) {
            stored.load(reader);
        }
        return new MetaProperties.Builder(stored).build().clusterId().orElseThrow();
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", directory.toString());
        // One broker: nothing can be replicated.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("num.partitions", "3");
        // Consumers are known from the start; there is nobody else to wait for.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The cleaner's default buffer alone is 128 MiB.
        settings.put("log.cleaner.dedupe.buffer.size", "10485760");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        return settings;
    }
}
