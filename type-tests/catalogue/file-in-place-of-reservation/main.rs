include!("../prelude.rs");

pub fn run(current: CurrentTask<'_>) -> Result<(), Errno> {
    let a = filp_open("a")?;
    let b = filp_open("b")?;
    a.fd_install(b); //~ E0599
    Ok(())
}
