package dev.touchstone.judge.llm;

class RepliesInMemoryTest extends KeptRepliesKit {

    private final KeptReplies replies = new RepliesInMemory();

    @Override
    KeptReplies replies() {
        return replies;
    }
}
