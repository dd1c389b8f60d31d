"""Reads ``extraction_rules/``: patterns and word lists that prove themselves."""

from danchieu.rules.rule_book import PatternRule, RuleBook, WordList, load_rules

__all__ = ["PatternRule", "RuleBook", "WordList", "load_rules"]
