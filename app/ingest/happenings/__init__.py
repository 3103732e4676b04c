"""The parts of the events stage. Start with ``telling``, which calls the others in turn.

=============  ========================================================================================
the sentence   ``view``: ``clauses``, ``verbal_nouns``, ``voice``, ``phrases``, ``titles``, ``states``,
               ``possessed``, ``topics``; ``particles`` names the small words
the event      ``triggers``: ``ahead``, ``carriers``, ``counting``, ``amounts``, ``granted``, ``repeats``;
               ``becoming`` and ``guards`` adjust and admit what was found
its status     ``status``: ``cues``, ``named``, ``negation``; ``assertion``, ``manner``
its parties    ``parties`` and ``cast``; who acts: ``acting``, ``freeing``, ``subjects``, ``dropped``,
               ``doers``, ``fronted``, ``bridging``, ``sides``; who is acted on: ``targets``, ``arguments``,
               ``chunks``, ``walking``, ``objects``, ``owners``, ``aims``, ``receiving``; either:
               ``pairs``, ``pronouns``, ``joining``, ``leading``, ``contest``, ``offices``,
               ``wording``
its day        ``when``: ``foreign_days``, ``nearby_days``, ``tied_days``, ``occasions``, ``carrying``
its place      ``where``
one record     ``finding``, ``merging``, ``completing``, ``telling_apart``, ``retelling``, ``renown``
its headline   ``headlines`` and ``headline_*``
=============  ========================================================================================
"""
