package org.shrinq.solver.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.text.Brief;

/**
 * What every file about a run begins with.
 *
 * @param kind {@link ShrinkFile#KIND} or {@link Sidecar#KIND}; null in result files
 * @param instance what the run was about; without a source where the file does not tell
 * @param config as {@link ResultFile#config}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileHead(
        String schemaVersion,
        @Nullable String kind,
        ResultFile.Tool tool,
        ResultFile.InstanceEntry instance,
        Map<String, Object> config) {
    public FileHead {
        schemaVersion = ResultFile.text(schemaVersion);
        tool = tool == null ? new ResultFile.Tool("", "", "") : tool;
        instance = instance == null ? ResultFile.InstanceEntry.NONE : instance;
        config = ResultFile.map(config);
    }

    /**
     * The head of a file; the rest is passed over.
     *
     * @throws IllegalArgumentException when a field is of another kind; the message names it
     */
    public static FileHead read(JsonNode file) {
        return ResultJson.read(file, FileHead.class);
    }

    /** Whether the file says that it is of that kind. */
    public boolean isKind(String asked) {
        return asked.equals(kind);
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
