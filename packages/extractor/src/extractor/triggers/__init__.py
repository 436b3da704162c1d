"""Which words of a sentence can state an event: the lexicon, the matching of its rows, the screen before the
parser.
"""
