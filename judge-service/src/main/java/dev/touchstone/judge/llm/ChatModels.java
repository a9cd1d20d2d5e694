package dev.touchstone.judge.llm;

import jakarta.enterprise.context.ApplicationScoped;

/** The models that can be asked: counted, looked up among the replies of earlier, and paid for by the attempt. */
@ApplicationScoped
public class ChatModels {

    private final LibraryModels library;
    private final KeptReplies kept;
    private final LlmConfig config;
    private final LlmMeters meters;

    ChatModels(LibraryModels library, KeptReplies kept, LlmConfig config, LlmMeters meters) {
        this.library = library;
        this.kept = kept;
        this.config = config;
        this.meters = meters;
    }

    /**
     * @param spending of the attempt, shared by all its models
     */
    public ChatModel of(ModelSettings settings, Spending spending) {
        ChatModel asked = new MeteredChatModel(library.of(settings), settings, meters);
        return new BudgetedChatModel(
                config.cache().enabled() ? new CachedChatModel(asked, settings, kept, meters) : asked, settings, spending);
    }
}
