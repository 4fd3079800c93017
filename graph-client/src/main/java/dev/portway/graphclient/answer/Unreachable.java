package dev.portway.graphclient.answer;

/** No usable answer to a read: nobody was there, it took too long, or what came was not Graph's. It says nothing about the thing asked for. */
public record Unreachable<T>(Trouble trouble, String detail, Exchange exchange) implements ReadResult<T> {}
