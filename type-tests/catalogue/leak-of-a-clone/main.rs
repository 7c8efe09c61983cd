include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let _ = a.clone();
    Ok(())
}
