package dev.portway.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with how a command was used, and where its help is. The words of picocli are English alone. */
record WrongUsage(Texts texts) implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(Screen.shown(said(wrong)));
        command.getErr().println(texts.say("usage-help", "command", "./" + command.getCommandSpec().qualifiedName()));
        command.getErr().flush();
        return Ended.USAGE;
    }

    private String said(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown -> unknown(unknown);
            case MissingParameterException missing -> texts.say("usage-missing", "what",
                    missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining(", ")));
            case OverwrittenOptionException twice -> texts.say("usage-twice", "what", name(twice.getOverwritten()));
            default -> Optional.ofNullable(wrong.getArgSpec())
                    .map(what -> texts.say("usage-value", "what", name(what), "value", Optional.ofNullable(wrong.getValue()).orElse("")))
                    .orElseGet(() -> texts.say("usage-other", "said", String.valueOf(wrong.getMessage())));
        };
    }

    private String unknown(UnmatchedArgumentException unknown) {
        String there = texts.say("usage-unknown", "what", unknown.getUnmatched().getFirst());
        List<String> meant = unknown.getSuggestions();
        return meant.isEmpty() ? there : there + " " + texts.say("usage-meant", "word", meant.getFirst());
    }

    private static String name(ArgSpec what) {
        return what instanceof OptionSpec option ? option.longestName() : what.paramLabel();
    }
}
